// The core as WebAssembly, asked as Tests/E2EETestee is: an object of JSON in, an object of JSON out. Numbers are
// numbers, bytes are base64. For the tests that compare implementations; runs in node and in a page.

const KINDS = { 1: "chat", 2: "message", 3: "edit", 5: "reaction" };
const KIND_NUMBERS = Object.fromEntries(Object.entries(KINDS).map(([number, name]) => [name, Number(number)]));
const CHUNK_BYTES = 65_536;
const TAG_BYTES = 16;

const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const base64 = (data) => {
  let text = "";
  // As many as a call takes arguments.
  for (let start = 0; start < data.length; start += 8192) {
    text += String.fromCharCode(...data.subarray(start, start + 8192));
  }
  return btoa(text);
};

const referenceOf = (told) => told && {
  authorId: String(told.authorId), clientId: bytes(told.clientId), headerHash: bytes(told.headerHash),
};
const toldReference = (reference) => reference && {
  authorId: Number(reference.authorId), clientId: base64(reference.clientId), headerHash: base64(reference.headerHash),
};
const recordOf = (told) => told && {
  userId: String(told.userId), deviceId: String(told.deviceId), signingKey: bytes(told.signingKey),
  encryptionKey: bytes(told.encryptionKey), certificate: bytes(told.certificate ?? ""),
};
const rosterOf = (told) => told && {
  version: String(told.version), devices: told.devices.map(recordOf),
  identityKeys: told.identityKeys.map((each) => ({ userId: String(each.userId), key: bytes(each.identityKey) })),
};
const partiesOf = (told) =>
  told.map(({ userId, identityKey }) => ({ userId: String(userId), identityKey: bytes(identityKey) }));

function placeOf({ clientId, senderId, senderDeviceId, kind, target, isTargetUnknown }) {
  const about = isTargetUnknown ? "unknown" : referenceOf(target);
  if (clientId === undefined) return { isCopy: true, senderId: String(senderId), target: about };
  return {
    clientId: bytes(clientId), senderId: String(senderId), senderDeviceId: String(senderDeviceId), kind: KINDS[kind],
    target: about,
  };
}

/** What is kept between requests: keys, by number. */
export class Answers {
  #core;
  #devices = [];

  /** @param operations of Web/crypto/operations.js */
  constructor(operations) {
    this.#core = operations;
  }

  async answer({ do: name, ...asked }) {
    try {
      if (!Object.hasOwn(Answers.prototype, name)) return { error: `no operation ${name}` };
      return await this[name](asked);
    } catch (error) {
      return error.name === "Refusal" ? { cause: error.message } : { error: `${error.name}: ${error.message}` };
    }
  }

  // Keys

  stretch({ password, salt, iterations }) {
    return this.#core.stretchPassword(new TextDecoder().decode(bytes(password)), bytes(salt), iterations);
  }

  async generateAccount({ kek, userId }) {
    const { privateKey, publicKey } = await this.#core.generateAccountKey();
    const wrapped = await this.#core.wrapAccountKey(kek, String(userId), privateKey);
    return { identityKey: base64(publicKey), wrappedIdentity: base64(wrapped) };
  }

  async generateDevice({ kek, userId, deviceId, suite }) {
    const { signing, encryption, wrapped } = await this.#core.generateDeviceKeys(
      { 1: 2048, 2: 3072 }[suite], String(deviceId), { kek, userId: String(userId) });
    return {
      signingKey: base64(signing.publicKey), encryptionKey: base64(encryption.publicKey),
      wrappedSigning: base64(wrapped.signing), wrappedEncryption: base64(wrapped.encryption),
      wrappedStorage: base64(wrapped.storage),
    };
  }

  async certify({ kek, wrappedIdentity, identityKey, device, issuedAt }) {
    const key = await this.#core.openAccountKey(kek, String(device.userId), bytes(wrappedIdentity));
    const certificate = await this.#core.issueCertificate(key, bytes(identityKey), recordOf(device), String(issuedAt));
    return { certificate: base64(certificate) };
  }

  async loadDevice({ kek, userId, deviceId, wrappedSigning, wrappedEncryption, wrappedStorage }) {
    const [user, device] = [String(userId), String(deviceId)];
    const { storageKey, ...keys } = await this.#core.openDeviceKeys(kek, user, device, {
      signing: bytes(wrappedSigning), encryption: bytes(wrappedEncryption), storage: bytes(wrappedStorage),
    });
    this.#devices.push({ keys: { userId: user, deviceId: device, ...keys }, storageKey });
    return { device: this.#devices.length - 1 };
  }

  // Messages

  async seal({ device, chatId, state, roster, draft }) {
    const sealed = await this.#core.seal({
      chatId: String(chatId), state: bytes(state ?? ""), device: this.#devices[device].keys, roster: rosterOf(roster),
      draft: {
        clientId: bytes(draft.clientId), kind: KINDS[draft.kind], refersTo: referenceOf(draft.refersTo),
        sentAt: String(draft.sentAt), content: bytes(draft.content),
        counter: draft.counter === undefined ? undefined : String(draft.counter),
      },
    });
    const { ciphertext, rosterVersion, keys } = sealed.content;
    return {
      content: {
        ciphertext: base64(ciphertext), rosterVersion: Number(rosterVersion),
        keys: keys.map(({ deviceId, key }) => ({ deviceId: Number(deviceId), key: base64(key) })),
      },
      counter: Number(sealed.counter), reference: toldReference(sealed.reference), state: base64(sealed.state),
    };
  }

  async open({ device, chatId, state, content, place, sender, identityKey, roster }) {
    const opened = await this.#core.open({
      chatId: String(chatId), state: bytes(state ?? ""), device: this.#devices[device].keys, roster: rosterOf(roster),
      content: {
        ciphertext: bytes(content.ciphertext), rosterVersion: String(content.rosterVersion),
        keys: content.keys.map(({ deviceId, key }) => ({ deviceId: String(deviceId), key: bytes(key) })),
      },
      place: placeOf(place), sender: recordOf(sender), identityKey: identityKey && bytes(identityKey),
    });
    const { header } = opened;
    return {
      header: {
        clientId: base64(header.clientId), senderId: Number(header.senderId),
        senderDeviceId: Number(header.senderDeviceId), counter: Number(header.counter),
        rosterVersion: Number(header.rosterVersion), sentAt: Number(header.sentAt), kind: KIND_NUMBERS[header.kind],
        refersTo: toldReference(header.refersTo),
      },
      headerHash: base64(opened.headerHash), content: base64(opened.content),
      missingCounters: Number(opened.missingCounterCount), rosterDiffers: opened.rosterDiffers,
      isTargetCompared: opened.isTargetCompared, state: base64(opened.state),
    };
  }

  // History

  async sealRow({ device, place, row }) {
    return { sealed: base64(await this.#core.sealRow(this.#devices[device].storageKey, place, bytes(row))) };
  }

  async openRow({ device, place, sealed }) {
    return { row: base64(await this.#core.openRow(this.#devices[device].storageKey, place, bytes(sealed))) };
  }

  // Files

  async sealFile({ content }) {
    const all = bytes(content);
    const { file, chunkCount } = await this.#core.beginSealingFile(String(all.length));
    const pieces = [];
    for (let index = 0; index < Number(chunkCount); index++) {
      pieces.push(await this.#core.sealChunk(file, all.slice(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES)));
    }
    const secret = await this.#core.finishSealingFile(file);
    return { uploaded: base64(joined(pieces)), secret: base64(secret) };
  }

  async openFile({ uploaded, secret }) {
    const all = bytes(uploaded);
    const { file } = await this.#core.beginOpeningFile(bytes(secret));
    try {
      const chunks = [];
      for (let start = 0; start < all.length; start += CHUNK_BYTES + TAG_BYTES) {
        chunks.push(await this.#core.openChunk(file, all.slice(start, start + CHUNK_BYTES + TAG_BYTES)));
      }
      await this.#core.finishOpeningFile(file);
      return { content: base64(joined(chunks)) };
    } catch (error) {
      await this.#core.endFile(file);
      throw error;
    }
  }

  // Recovery

  async generateRecoveryKey() {
    return { text: await this.#core.generateRecoveryKey() };
  }

  async checkRecoveryKey({ text }) {
    await this.#core.checkRecoveryKey(text);
    return {};
  }

  async sealBackup({ recoveryText, kek, userId, wrappedIdentity, counter, madeAt, contents }) {
    const user = String(userId);
    const identityKey = await this.#core.openAccountKey(kek, user, bytes(wrappedIdentity), true);
    const backup = await this.#core.sealBackup({
      recoveryKey: recoveryText, userId: user, identityKey, counter: String(counter), madeAt: String(madeAt),
      contents: bytes(contents),
    });
    return { backup: base64(backup) };
  }

  async openBackup({ recoveryText, kek, userId, counterSeen, backup }) {
    const user = String(userId);
    const opened = await this.#core.openBackup({
      recoveryKey: recoveryText, userId: user, backup: bytes(backup), seen: String(counterSeen), resealable: true,
    });
    const wrapped = await this.#core.wrapAccountKey(kek, user, opened.identityKey);
    return {
      wrappedIdentity: base64(wrapped), counter: Number(opened.counter), madeAt: Number(opened.madeAt),
      contents: base64(opened.contents),
    };
  }

  // Verification

  async verification({ parties }) {
    const [one, other] = partiesOf(parties);
    return {
      number: await this.#core.safetyNumber(one, other), code: base64(await this.#core.safetyCode(one, other)),
    };
  }

  async compare({ parties, scanned }) {
    const [one, other] = partiesOf(parties);
    await this.#core.compareSafetyCode(one, other, bytes(scanned));
    return {};
  }
}

function joined(parts) {
  const all = new Uint8Array(parts.reduce((count, part) => count + part.length, 0));
  let start = 0;
  for (const part of parts) {
    all.set(part, start);
    start += part.length;
  }
  return all;
}
