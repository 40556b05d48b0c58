"""Two people who go on with their chat while others misbehave."""

from harness.person import Person, message


class Bystanders:
    def __init__(self, server):
        sender, receiver = Person.register(server), Person.register(server)
        self.chat = sender.new_group(receiver)
        self.sender, self.receiver = sender.connect(), receiver.connect()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.sender.close()
        self.receiver.close()

    def exchange(self):
        """A message goes from one to the other."""
        sent = message(self.chat)
        accepted = self.sender.say(sent)
        received = self.receiver.next_message(self.chat)
        assert (received["seq"], received["content"]) == (accepted["seq"], sent["content"])
