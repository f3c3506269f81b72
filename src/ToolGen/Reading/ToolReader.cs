using System;
using System.Collections.Generic;
using System.Text.Json;

namespace ToolGen;

/// <summary>Reads one value of a type; generated, and handed to <see cref="ToolReader.List{T}"/> and <see cref="ToolReader.Map{T}"/>.</summary>
public delegate T ToolRead<out T>(ref ToolReader reader);

/// <summary>
/// Reads JSON arguments and checks them in the same pass. Where a value does not fit, the error is noted and reading goes on with the next
/// value, so that a caller learns of every error at once; what was read is then not used.
/// Each method begins on the first token of its value and ends on the last.
/// </summary>
public ref partial struct ToolReader
{
    /// <summary>Levels of arrays and objects; deeper is not JSON to us.</summary>
    public const int MaxDepth = 128;

    private const string HalfPair = "not JSON: a string holds half of a surrogate pair";

    private readonly ReadOnlySpan<byte> utf8;
    private readonly string code;
    private Utf8JsonReader json;
    private ErrorList? errors;
    private CheckState? state;

    // A value is only tried: what does not fit is counted, not told.
    private bool isProbe;
    private int faults;

    private ToolReader(ReadOnlySpan<byte> utf8, string code)
    {
        this.utf8 = utf8;
        this.code = code;
        this.json = new(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
    }

    /// <summary>Every error so far.</summary>
    internal readonly IReadOnlyList<ToolError> Errors => this.errors?.Errors ?? [];

    internal readonly int ErrorCount => this.isProbe ? this.faults : this.errors?.Count ?? 0;

    /// <summary>Reads a whole text.</summary>
    /// <param name="utf8">JSON; empty stands for <c>{}</c>.</param>
    /// <param name="read">What reads the root.</param>
    /// <param name="code">The code of errors.</param>
    /// <param name="value">What was read; not to be used where there are errors.</param>
    /// <returns>Every error; empty where the text fits.</returns>
    internal static IReadOnlyList<ToolError> Read<T>(ReadOnlySpan<byte> utf8, ToolRead<T> read, string code, out T value)
    {
        value = default!;
        if (!System.Text.Unicode.Utf8.IsValid(utf8)) return [new(code, "not JSON: the bytes are not UTF-8", "")];
        if (EscapedSurrogates.HasHalf(utf8)) return [new(code, HalfPair, "")];
        var reader = new ToolReader(utf8.IsEmpty ? "{}"u8 : utf8, code);
        try
        {
            reader.json.Read();
            value = read(ref reader);
            reader.json.Read();
            return reader.Errors;
        }
        catch (JsonException e)
        {
            return [new(code, $"not JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}): {FirstSentence(e.Message)}", "")];
        }
        catch (InvalidOperationException)
        {
            // Utf8JsonReader says so when it decodes a string that holds half of a pair.
            return [new(code, HalfPair, "")];
        }
    }

    /// <summary>Reads a constant of a spec, such as a default; its text is known to fit.</summary>
    public static T Constant<T>(ReadOnlySpan<byte> utf8, ToolRead<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var errors = Read(utf8, read, ToolErrorCodes.Internal, out var value);
        return errors.Count == 0 ? value : throw new InvalidOperationException($"a constant of the spec does not fit its schema: {errors[0].Message}");
    }

    /// <summary>Notes an error at the value the reader stands on.</summary>
    private void Error(string message, string? allowed = null, string? correction = null) =>
        this.ErrorAt(this.json.TokenStartIndex, message, this.Excerpt(), allowed, correction);

    private void ErrorAt(long offset, string message, string? given, string? allowed, string? correction)
    {
        this.errors ??= new(this.code);
        if (!this.errors.IsFull) this.errors.Add(JsonPointers.At(this.utf8, offset), message, given, allowed, correction);
    }

    private readonly string Excerpt()
    {
        var copy = this.json;
        var start = (int)copy.TokenStartIndex;
        copy.Skip();
        return ErrorList.Excerpt(this.utf8[start..(int)copy.BytesConsumed]);
    }

    /// <summary>Passes over a value of a wrong type.</summary>
    private void Mismatch(string expected, string? correction = null)
    {
        if (this.Tells()) this.Error($"expected {expected}, got {Describe(this.json.TokenType)}", expected, correction);
        this.json.Skip();
    }

    /// <summary>Notes an error at a container that was passed already.</summary>
    internal void ViolationAt(Utf8JsonReader start, string message, string allowed)
    {
        var end = start;
        end.Skip();
        this.ErrorAt(start.TokenStartIndex, message, ErrorList.Excerpt(this.utf8[(int)start.TokenStartIndex..(int)end.BytesConsumed]), allowed, null);
    }

    /// <summary>Notes that a member's name is not allowed.</summary>
    internal void ViolationOfName(long place, string name) =>
        this.ErrorAt(place, $"the name {ErrorList.Excerpt(System.Text.Encoding.UTF8.GetBytes(ErrorList.Quote(name)))} is not allowed here", null, "names as \"propertyNames\" asks", null);

    /// <summary>Passes over a value whose type a rule does not allow.</summary>
    internal void Refuse(JsonTypes allowed)
    {
        if (!this.Tells())
        {
            // Of a value that is only tried nothing more is read.
            if (!this.isProbe) this.json.Skip();
            return;
        }

        var number = this.json.TokenType == JsonTokenType.Number && (allowed & JsonTypes.Number) == JsonTypes.Integer;
        if (number)
        {
            this.Error("expected an integer, got a number with a fraction", "an integer");
            return;
        }

        var correction = this.json.TokenType == JsonTokenType.String && (allowed & JsonTypes.Number) != 0 ? NumberIn(this.json.GetString()!) : null;
        this.Mismatch(Words(allowed), correction);
    }

    /// <summary>Notes a member that the rule has no place for, and passes over its value.</summary>
    internal void UnknownMember(long place, string name, IReadOnlyList<string> names)
    {
        this.Unknown(place, name, names);
        this.json.Skip();
    }

    internal static string Words(JsonTypes types)
    {
        if (types == JsonTypes.None) return "no value";
        var words = new List<string>();
        if (types.HasFlag(JsonTypes.Object)) words.Add("an object");
        if (types.HasFlag(JsonTypes.Array)) words.Add("an array");
        if (types.HasFlag(JsonTypes.String)) words.Add("a string");
        if (types.HasFlag(JsonTypes.Number)) words.Add("a number");
        else if (types.HasFlag(JsonTypes.Integer)) words.Add("an integer");
        if (types.HasFlag(JsonTypes.Boolean)) words.Add("a boolean");
        if (types.HasFlag(JsonTypes.Null)) words.Add("null");
        return string.Join(" or ", words);
    }

    internal static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        _ => "null",
    };

    // The runtime's text goes on with a path and a position that we state ourselves.
    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
