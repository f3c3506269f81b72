using System;
using System.Buffers;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ToolGen.Checks;

namespace ToolGen;

/// <summary>
/// Writes the arguments of a variant as those of the tool's own schema. What is not of the variant's form is written as it is: the tool judges it.
/// Only what has no meaning at all is an error here.
/// </summary>
internal ref partial struct VariantReader
{
    private readonly ReadOnlySpan<byte> utf8;
    private readonly ErrorList errors;
    private ArrayBufferWriter<byte> output;
    private Utf8JsonReader json;

    private VariantReader(ReadOnlySpan<byte> utf8, ArrayBufferWriter<byte> output, ErrorList errors)
    {
        this.utf8 = utf8;
        this.output = output;
        this.errors = errors;
        this.json = new(utf8, new JsonReaderOptions { MaxDepth = VariantMap.MaxDepth });
    }

    public static IReadOnlyList<ToolError> Read(VariantMap map, ReadOnlyMemory<byte> arguments, out ReadOnlyMemory<byte> canonical)
    {
        canonical = default;
        if (!System.Text.Unicode.Utf8.IsValid(arguments.Span)) return [new(ToolErrorCodes.InvalidInput, "not JSON: the bytes are not UTF-8", "")];
        var output = new ArrayBufferWriter<byte>(Math.Max(arguments.Length, 16));
        var errors = new ErrorList(ToolErrorCodes.InvalidInput);
        var reader = new VariantReader(arguments.Span, output, errors);
        try
        {
            reader.json.Read();
            reader.Value(map);
            reader.json.Read();
        }
        catch (JsonException e)
        {
            return [new(ToolErrorCodes.InvalidInput, $"not JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1})", "")];
        }
        catch (InvalidOperationException)
        {
            // Utf8JsonReader says so when it decodes a string: an escaped surrogate stands without its partner.
            return [new(ToolErrorCodes.InvalidInput, "not JSON: a string holds half of a surrogate pair", "")];
        }

        if (errors.Count == 0) canonical = output.WrittenMemory;
        return errors.Errors;
    }

    private void Value(VariantMap map)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw new JsonException();
        switch (map.Meant)
        {
            case TextMap when this.json.TokenType == JsonTokenType.String:
                this.Text();
                break;
            case ListMap list when this.json.TokenType == JsonTokenType.StartArray:
                this.List(list.Item);
                break;
            case EntriesMap entries when this.json.TokenType == JsonTokenType.StartArray:
                this.Write("{"u8);
                var isFirst = true;
                this.Entries(entries.Value, new(StringComparer.Ordinal), ref isFirst);
                this.Write("}"u8);
                break;
            case TupleMap tuple when this.json.TokenType == JsonTokenType.StartObject:
                this.Tuple(tuple.Items);
                break;
            case RecordMap record when this.json.TokenType == JsonTokenType.StartObject:
                this.Record(record);
                break;
            case TypeMap types:
                this.Value(this.ByType(types));
                break;
            case PropertyMap property when this.json.TokenType == JsonTokenType.StartObject:
                this.Value(this.ByProperty(property));
                break;
            case CaseMap cases when this.Only(out var name, out var value) && cases.ByName.TryGetValue(name, out var meant):
                this.Inside(value, meant);
                break;
            case WrappedMap wrapped when this.Only(out var name, out var value) && name == wrapped.Name:
                this.Inside(value, wrapped.Value);
                break;
            default:
                this.AsItIs();
                break;
        }
    }

    /// <summary>Writes the value of an object's only property, and ends where the object does.</summary>
    private void Inside(Utf8JsonReader value, VariantMap map)
    {
        this.json = value;
        this.Value(map);
        this.json.Read();
    }

    private void AsItIs()
    {
        var start = (int)this.json.TokenStartIndex;
        this.json.Skip();
        this.Write(this.utf8[start..(int)this.json.BytesConsumed]);
    }

    private void Text()
    {
        var place = this.json.TokenStartIndex;
        var text = System.Text.Encoding.UTF8.GetBytes(this.json.GetString()!);
        try
        {
            var inner = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = VariantMap.MaxDepth });
            while (inner.Read())
            {
            }

            this.Write(text);
        }
        catch (JsonException)
        {
            var given = ErrorList.Excerpt(this.utf8[(int)place..(int)this.json.BytesConsumed]);
            var quoted = ErrorList.Quote(this.json.GetString()!);
            this.Error(place, "must be a string that holds JSON", given, "JSON as text; a text inside it has quotes of its own", given.Length < ErrorList.ExcerptLength ? ErrorList.Quote(quoted) : null);
        }
    }

    private void List(VariantMap item)
    {
        this.Write("["u8);
        for (var isFirst = true; this.json.Read() && this.json.TokenType != JsonTokenType.EndArray; isFirst = false)
        {
            if (!isFirst) this.Write(","u8);
            this.Value(item);
        }

        this.Write("]"u8);
    }

    private void Write(ReadOnlySpan<byte> bytes) => this.output.Write(bytes);

    private void Error(long place, string message, string? given, string? allowed, string? correction)
    {
        var pointer = JsonPointers.At(this.utf8, place);
        var isSecret = given is not null && (SecretValues.IsAt(pointer) || SecretValues.AreNamedIn(given));
        this.errors.Add(new ErrorEntry(pointer, new("variant", message, allowed), isSecret ? SecretNames.Masked : given) { Correction = isSecret ? null : correction });
    }
}
