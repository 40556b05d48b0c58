internal import E2EE
