// People with devices, for tests of the core: in node and, served to it, in a browser.

let lastId = 7_301_444_403_200_000n;
const newId = () => (lastId += 1n).toString();
const bytesOf = (text) => new TextEncoder().encode(text);

export const newClientId = () => globalThis.crypto.getRandomValues(new Uint8Array(16));

/** An account with devices, all of whose private keys the table of one core has. */
export class Person {
  /** @param operations of the core; @param {number} deviceCount */
  static async make(operations, deviceCount = 1) {
    const person = new Person();
    person.operations = operations;
    person.userId = newId();
    person.identity = await operations.generateAccountKey();
    person.devices = [];
    for (let index = 0; index < deviceCount; index++) person.devices.push(await person.newDevice());
    return person;
  }

  async newDevice(bits = 2048) {
    const deviceId = newId();
    const keys = await this.operations.generateDeviceKeys(bits, deviceId);
    const claim = {
      userId: this.userId, deviceId, signingKey: keys.signing.publicKey, encryptionKey: keys.encryption.publicKey,
    };
    const certificate = await this.operations.issueCertificate(
      this.identity.privateKey, this.identity.publicKey, claim, "1800000000000");
    return {
      record: { ...claim, certificate },
      local: {
        userId: this.userId, deviceId, signingKey: keys.signing.privateKey,
        encryptionKey: keys.encryption.privateKey,
      },
      storageKey: keys.storageKey,
    };
  }

  get identityKey() {
    return { userId: this.userId, key: this.identity.publicKey };
  }
}

/** A chat of people: their roster, and the state of each device in it. */
export class Chat {
  constructor(...people) {
    this.chatId = newId();
    this.states = new Map();
    this.roster = {
      version: "3",
      devices: people.flatMap((person) => person.devices.map((device) => device.record)),
      identityKeys: people.map((person) => person.identityKey),
    };
  }

  draft(text, fields) {
    return { clientId: newClientId(), kind: "message", sentAt: "1800000000001", content: bytesOf(text), ...fields };
  }

  stateOf(device) {
    return this.states.get(device) ?? new Uint8Array();
  }

  /** What the server has of it then: the entry. */
  async seal(person, draft, device = person.devices[0]) {
    const sealed = await person.operations.seal({
      chatId: this.chatId, state: this.stateOf(device), device: device.local, roster: this.roster, draft,
    });
    this.states.set(device, sealed.state);
    return {
      ...sealed,
      place: {
        senderId: person.userId, clientId: draft.clientId, senderDeviceId: device.local.deviceId, kind: draft.kind,
        target: draft.refersTo,
      },
      sender: device.record,
      identityKey: person.identity.publicKey,
    };
  }

  /** `fields` in the place of what it is opened with. */
  async open(entry, person, fields, device = person.devices[0]) {
    const { deviceId } = device.local;
    const opened = await person.operations.open({
      chatId: this.chatId, state: this.stateOf(device), device: device.local, roster: this.roster,
      content: { ...entry.content, keys: entry.content.keys.filter((key) => key.deviceId === deviceId) },
      place: entry.place, sender: entry.sender, identityKey: entry.identityKey, ...fields,
    });
    this.states.set(device, opened.state);
    return opened;
  }
}

export const textOf = (bytes) => new TextDecoder().decode(bytes);
