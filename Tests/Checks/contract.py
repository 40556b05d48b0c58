"""The contracts as Python's protobuf sees them, and the Swift testee to compare it with."""

import json
import struct
import subprocess
import sysconfig
from pathlib import Path

from google.protobuf import descriptor_pb2, descriptor_pool, json_format, message_factory
from google.protobuf.descriptor import FieldDescriptor

ROOT = Path(__file__).resolve().parents[2]
OPTION_FRAME_UNION, OPTION_FRAME_TYPE, OPTION_HIDDEN, OPTION_WIRE_NAME = 51001, 51002, 51003, 51010


def descriptor_set(*protos, include=()):
    """What protoc makes of these files, with all that they import and their comments."""
    packages = Path(sysconfig.get_path("purelib"))
    folders = [*include, ROOT / "proto", ROOT / "Tests/proto", packages / "grpc_tools/_proto", packages]
    result = subprocess.run(
        ["protoc", "--include_imports", "--include_source_info", "--descriptor_set_out=/dev/stdout",
         *[f"-I{folder}" for folder in folders], *map(str, protos)],
        capture_output=True)
    assert result.returncode == 0, result.stderr.decode()
    return descriptor_pb2.FileDescriptorSet.FromString(result.stdout)


class Contract:
    """Classes of every message of some files, by full name."""

    def __init__(self, files):
        self.pool = descriptor_pool.DescriptorPool()
        for file in files.file:
            self.pool.Add(file)
        self.messages = {}
        for file in files.file:
            if file.package.startswith("martlet.") and not file.name.endswith("options.proto"):
                for name in self.pool.FindFileByName(file.name).message_types_by_name.values():
                    self._add(name)

    def _add(self, descriptor):
        if descriptor.GetOptions().map_entry:
            return
        self.messages[descriptor.full_name] = message_factory.GetMessageClass(descriptor)
        for nested in descriptor.nested_types:
            self._add(nested)

    def type(self, name):
        return message_factory.GetMessageClass(self.pool.FindMessageTypeByName(name))

    # Our JSON is proto3's but for three options; these two functions translate.

    def from_json(self, text, kind):
        """Reads JSON of the server's into a message."""
        message = kind()
        standard = self._standard(json.loads(text), kind.DESCRIPTOR)
        json_format.ParseDict(standard, message, ignore_unknown_fields=True, descriptor_pool=self.pool)
        return message

    def to_json(self, message):
        """Writes JSON that the server reads: enums as numbers, frames as frames."""
        standard = json_format.MessageToDict(message, use_integers_for_enums=True, descriptor_pool=self.pool)
        return json.dumps(self._ours(standard, message.DESCRIPTOR))

    def _standard(self, value, descriptor):
        return self._walk(value, descriptor, self._standard, standard=True)

    def _ours(self, value, descriptor):
        return self._walk(value, descriptor, self._ours, standard=False)

    def _walk(self, value, descriptor, again, standard):
        if descriptor.full_name.startswith("google.protobuf.") or not isinstance(value, dict):
            return value
        by_name = {field.json_name: field for field in descriptor.fields}
        if is_frame_union(descriptor) and standard and "type" in value:
            value = dict(value)
            kind, payload = value.pop("type"), value.pop("payload", {})
            field = next(f for f in descriptor.fields if option(f, OPTION_FRAME_TYPE) == kind.encode())
            value[field.json_name] = payload
        walked = {}
        for name, item in value.items():
            field = by_name.get(name)
            if field is None:
                raise AssertionError(f"{descriptor.full_name} has no {name}")
            walked[name] = self._value(item, field, again, standard)
        if is_frame_union(descriptor) and not standard:
            for field in descriptor.fields:
                if field.containing_oneof and not is_optional(field) and field.json_name in walked:
                    walked["payload"] = walked.pop(field.json_name)
                    walked["type"] = option(field, OPTION_FRAME_TYPE).decode()
        return walked

    def _value(self, item, field, again, standard):
        if field.message_type and field.message_type.GetOptions().map_entry:
            value = field.message_type.fields_by_name["value"]
            return {key: self._value(one, value, again, standard) for key, one in item.items()}
        if isinstance(item, list) and is_repeated(field):
            return [self._one(one, field, again, standard) for one in item]
        return self._one(item, field, again, standard)

    def _one(self, item, field, again, standard):
        if field.message_type:
            return again(item, field.message_type)
        if field.enum_type and standard and isinstance(item, str):
            return enum_numbers(field.enum_type)[item]
        return item


def is_repeated(field):
    return field.is_repeated


def is_optional(field):
    return field.containing_oneof is not None and field.containing_oneof.name.startswith("_")


def is_frame_union(descriptor):
    return option(descriptor, OPTION_FRAME_UNION) is not None


def enum_numbers(enum):
    """The numbers by the names in our JSON."""
    names = {}
    for value in enum.values:
        wire_name = option(value, OPTION_WIRE_NAME)
        names[wire_name.decode() if wire_name else value.name] = value.number
    return names


def option(descriptor, number):
    """The value of an option of ours, which Python does not know: bytes, or a number."""
    from google.protobuf import unknown_fields

    for field in unknown_fields.UnknownFieldSet(descriptor.GetOptions()):
        if field.field_number == number:
            return field.data
    return None


def clear_hidden(message):
    """Removes what our JSON does not carry, and fields that are unknown, so that messages can be compared."""
    for field, value in list(message.ListFields()):
        if option(field, OPTION_HIDDEN):
            message.ClearField(field.name)
        elif field.type == FieldDescriptor.TYPE_MESSAGE and not field.message_type.full_name.startswith("google."):
            if field.message_type.GetOptions().map_entry:
                if field.message_type.fields_by_name["value"].message_type:
                    for item in value.values():
                        clear_hidden(item)
            elif is_repeated(field):
                for item in value:
                    clear_hidden(item)
            else:
                clear_hidden(value)
    return message


class Testee:
    """The Swift runtime in a process of its own."""

    # pytest takes classes of such a name for tests.
    __test__ = False

    def __init__(self, program, contract):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        # Why the last message was refused.
        self.refusal = ""
        self.request = contract.type("martlet.test.TesteeRequest")
        self.response = contract.type("martlet.test.TesteeResponse")

    @classmethod
    def built(cls, contract):
        """The one that `swift build` made."""
        folder = subprocess.run(
            ["swift", "build", "--package-path", ROOT, "--show-bin-path"], capture_output=True, text=True, check=True)
        return cls(f"{folder.stdout.strip()}/protobuf-testee", contract)

    def ask(self, kind, wire_format, *, protobuf=None, json_text=None):
        """The answer: the other encoding, or None when the message was refused."""
        request = self.request(message_type=kind.DESCRIPTOR.full_name, requested_output_format=wire_format)
        if protobuf is not None:
            request.protobuf_payload = protobuf
        else:
            request.json_payload = json_text
        body = request.SerializeToString()
        self.process.stdin.write(struct.pack("<I", len(body)) + body)
        self.process.stdin.flush()
        length = self.process.stdout.read(4)
        assert len(length) == 4, f"the testee died of {request}"
        response = self.response.FromString(self.process.stdout.read(struct.unpack("<I", length)[0]))
        result = response.WhichOneof("result")
        assert result in ("protobuf_payload", "json_payload", "parse_error"), response
        self.refusal = response.parse_error
        return None if result == "parse_error" else getattr(response, result)

    def to_protobuf(self, kind, **payload):
        return self.ask(kind, 1, **payload)

    def to_json(self, kind, **payload):
        return self.ask(kind, 2, **payload)

    def close(self):
        self.process.stdin.close()
        assert self.process.wait(10) == 0
