"""What people do with their profiles, settings and lists of contacts. Each gives the raw answer."""


def update_profile(person, of=None, **fields):
    return person.request("PUT", f"/v1/users/{(of or person).id}", json=fields)


def find(person, query, **more):
    return person.get("/v1/users", params={"query": query, **more})


def settings(person):
    return person.get("/v1/users/me/settings")


def update_settings(person, version, **fields):
    return person.request("PUT", "/v1/users/me/settings", json={"version": version, **fields})


def set_privacy(person, **privacy):
    """Whatever the version is."""
    version = settings(person).json()["settings"]["version"]
    return update_settings(person, version, privacy=privacy)


def contacts(person, of=None, **query):
    return person.get(f"/v1/users/{(of or person).id}/contacts", params=query)


def ask(person, other, of=None):
    return person.post(f"/v1/users/{(of or person).id}/contacts", {"userId": other.id})


def put_contact(person, other, state, of=None):
    return person.request("PUT", f"/v1/users/{(of or person).id}/contacts/{other.id}", json={"state": state})


def accept(person, other):
    return put_contact(person, other, "accepted")


def block(person, other):
    return put_contact(person, other, "blocked")


def drop(person, other, of=None):
    return person.request("DELETE", f"/v1/users/{(of or person).id}/contacts/{other.id}")


def befriend(one, other):
    """Makes two people contacts of each other."""
    assert ask(one, other).status_code == 201
    assert accept(other, one).status_code == 200
