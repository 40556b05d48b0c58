"""Random messages of any type."""

import struct

from google.protobuf.descriptor import FieldDescriptor as Field

DEPTH_MAX = 3
EDGES_32 = [0, 1, -1, 127, 128, 2**31 - 1, -(2**31)]
EDGES_64 = [*EDGES_32, 2**53, 2**53 + 1, 2**63 - 1, -(2**63)]
TEXTS = ["", "a", 'quo"te', "back\\slash", "\n\t\x01", "é", "\u2028", "🐦" * 3, "\x00", "x" * 200]
SIGNED_32 = {Field.TYPE_INT32, Field.TYPE_SINT32, Field.TYPE_SFIXED32}
UNSIGNED_32 = {Field.TYPE_UINT32, Field.TYPE_FIXED32}
SIGNED_64 = {Field.TYPE_INT64, Field.TYPE_SINT64, Field.TYPE_SFIXED64}
UNSIGNED_64 = {Field.TYPE_UINT64, Field.TYPE_FIXED64}


def fill(message, chance, depth=0):
    """Sets about half of the fields."""
    special = SPECIAL.get(message.DESCRIPTOR.full_name)
    if special:
        special(message, chance, depth)
        return message
    for field in message.DESCRIPTOR.fields:
        if chance.random() < 0.5:
            set_field(message, field, chance, depth)
    return message


def set_field(message, field, chance, depth):
    if field.message_type and field.message_type.GetOptions().map_entry:
        key, value = (field.message_type.fields_by_name[name] for name in ("key", "value"))
        entries = getattr(message, field.name)
        for _ in range(chance.randint(0, 3)):
            if value.message_type:
                if depth < DEPTH_MAX:
                    fill(entries[scalar(key, chance)], chance, depth + 1)
            else:
                entries[scalar(key, chance)] = scalar(value, chance)
    elif field.is_repeated:
        items = getattr(message, field.name)
        for _ in range(chance.randint(0, 3)):
            if field.message_type:
                if depth < DEPTH_MAX:
                    fill(items.add(), chance, depth + 1)
            else:
                items.append(scalar(field, chance))
    elif field.message_type:
        if depth < DEPTH_MAX:
            part = getattr(message, field.name)
            part.SetInParent()
            fill(part, chance, depth + 1)
    else:
        setattr(message, field.name, scalar(field, chance))


def scalar(field, chance):
    kind = field.type
    if kind in SIGNED_32:
        return chance.choice([*EDGES_32, chance.randint(-(2**31), 2**31 - 1)])
    if kind in UNSIGNED_32:
        return chance.choice([0, 1, 300, 2**32 - 1, chance.randint(0, 2**32 - 1)])
    if kind in SIGNED_64:
        return chance.choice([*EDGES_64, chance.randint(-(2**63), 2**63 - 1)])
    if kind in UNSIGNED_64:
        return chance.choice([0, 1, 2**53 + 1, 2**64 - 1, chance.randint(0, 2**64 - 1)])
    if kind == Field.TYPE_BOOL:
        return chance.random() < 0.5
    if kind == Field.TYPE_ENUM and field.enum_type.full_name == "google.protobuf.NullValue":
        return 0
    if kind == Field.TYPE_ENUM:
        return chance.choice([*field.enum_type.values_by_number, 1234, -1])
    if kind == Field.TYPE_STRING:
        return chance.choice(TEXTS)
    if kind == Field.TYPE_BYTES:
        return chance.randbytes(chance.choice([0, 1, 2, 3, 40]))
    if kind == Field.TYPE_FLOAT:
        # Not the largest, 0x7F7FFFFF: Python reads its shortest decimal form as too large.
        bits = chance.choice([0, 0x80000000, 0x7F7FFFFE, 1, 0x7F800000, 0xFF800000, chance.randint(0, 0x7F7FFFFE)])
        return struct.unpack("<f", struct.pack("<I", bits))[0]
    assert kind == Field.TYPE_DOUBLE, field.full_name
    return chance.choice([0.0, -0.0, 1.5, 1e308, 5e-324, float("inf"), float("-inf"), chance.random(), 1e21, 1e-7])


def timestamp(message, chance, depth):
    message.seconds = chance.choice([0, -1, -62_135_596_800, 253_402_300_799, chance.randint(-(2**33), 2**33)])
    message.nanos = chance.choice([0, 1, 1000, 1_000_000, 999_999_999, 120_000_000])


def duration(message, chance, depth):
    sign = chance.choice([-1, 1])
    message.seconds = sign * chance.choice([0, 1, 315_576_000_000, chance.randint(0, 2**33)])
    message.nanos = sign * chance.choice([0, 1, 1000, 1_000_000, 999_999_999])


def mask(message, chance, depth):
    message.paths.extend(chance.sample(["a", "foo_bar", "foo_bar.baz_qux", "id"], chance.randint(0, 3)))


def value(message, chance, depth):
    pick = chance.randint(0, 5 if depth < DEPTH_MAX else 3)
    if pick == 0:
        message.null_value = 0
    elif pick == 1:
        message.number_value = chance.choice([0.0, -1.5, 2**53, 1e300])
    elif pick == 2:
        message.string_value = chance.choice(TEXTS)
    elif pick == 3:
        message.bool_value = chance.random() < 0.5
    elif pick == 4:
        message.struct_value.SetInParent()
        structure(message.struct_value, chance, depth + 1)
    else:
        message.list_value.SetInParent()
        values(message.list_value, chance, depth + 1)


def structure(message, chance, depth):
    for key in chance.sample(TEXTS, chance.randint(0, 3)):
        value(message.fields[key], chance, depth + 1)


def values(message, chance, depth):
    for _ in range(chance.randint(0, 3)):
        value(message.values.add(), chance, depth + 1)


def anything(message, chance, depth):
    from google.protobuf import duration_pb2, wrappers_pb2

    if chance.random() < 0.8:
        packed = chance.choice([duration_pb2.Duration(seconds=3), wrappers_pb2.StringValue(value="x")])
        message.type_url = f"type.googleapis.com/{packed.DESCRIPTOR.full_name}"
        message.value = packed.SerializeToString()


SPECIAL = {
    "google.protobuf.Timestamp": timestamp,
    "google.protobuf.Duration": duration,
    "google.protobuf.FieldMask": mask,
    "google.protobuf.Value": value,
    "google.protobuf.Struct": structure,
    "google.protobuf.ListValue": values,
    "google.protobuf.Any": anything,
}
