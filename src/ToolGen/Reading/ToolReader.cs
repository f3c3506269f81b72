using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ToolGen.Checks;

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

    private const string HalfPair = ": a string holds half of a surrogate pair";

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
    internal readonly IReadOnlyList<ErrorEntry> Errors => this.errors?.Entries ?? [];

    internal readonly int ErrorCount => this.isProbe ? this.faults : this.errors?.Count ?? 0;

    /// <summary>Reads a whole text.</summary>
    /// <param name="utf8">JSON; empty stands for <c>{}</c>.</param>
    /// <param name="read">What reads the root.</param>
    /// <param name="code">The code of errors.</param>
    /// <param name="value">What was read; not to be used where there are errors.</param>
    /// <returns>Every error; empty where the text fits.</returns>
    internal static IReadOnlyList<ToolError> Read<T>(ReadOnlySpan<byte> utf8, ToolRead<T> read, string code, out T value)
    {
        if (utf8.IsEmpty) utf8 = "{}"u8;
        var errors = ReadOnce(utf8, read, code, out value);
        return errors.Count == 0 ? [] : Told(utf8, errors, read, code);
    }

    private static IReadOnlyList<ErrorEntry> ReadOnce<T>(ReadOnlySpan<byte> utf8, ToolRead<T> read, string code, out T value, int limit = ErrorList.Limit)
    {
        value = default!;
        if (!System.Text.Unicode.Utf8.IsValid(utf8)) return NotJson(": the bytes are not UTF-8");
        if (EscapedSurrogates.HasHalf(utf8)) return NotJson(HalfPair);
        var reader = new ToolReader(utf8, code) { errors = limit < ErrorList.Limit ? new(code, limit) : null };
        try
        {
            reader.json.Read();
            value = read(ref reader);
            reader.json.Read();
            return reader.Errors;
        }
        catch (JsonException e)
        {
            return NotJson($" (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}): {ShortText.Cut(FirstSentence(e.Message), ShortText.ListCost)}");
        }
        catch (InvalidOperationException)
        {
            // Utf8JsonReader says so when it decodes a string that holds half of a pair.
            return NotJson(HalfPair);
        }
    }

    /// <summary>The errors of a value of the tool's own.</summary>
    internal static IReadOnlyList<ErrorEntry> ErrorsOf(ReadOnlySpan<byte> utf8, SchemaRule rule, string code)
    {
        ToolRead<bool> read = (ref ToolReader reader) => reader.Check(rule);
        var errors = ReadOnce(utf8, read, code, out _);
        return errors.Count == 0 ? errors : Mended(utf8, errors, read, code);
    }

    private static IReadOnlyList<ToolError> Told<T>(ReadOnlySpan<byte> utf8, IReadOnlyList<ErrorEntry> errors, ToolRead<T> read, string code) =>
        [.. Mended(utf8, errors, read, code).Select(error => error.ToError(code))];

    // Data of a service or a file is nobody's slip: only a caller's and a tool's own values get corrections.
    private static IReadOnlyList<ErrorEntry> Mended<T>(ReadOnlySpan<byte> utf8, IReadOnlyList<ErrorEntry> errors, ToolRead<T> read, string code) =>
        code is ToolErrorCodes.InvalidInput or ToolErrorCodes.InvalidOutput
            ? Mending.Of(utf8, errors, other => ReadOnce(other, read, code, out _, Rereading.MaxErrors), unwraps: code == ToolErrorCodes.InvalidInput)
            : errors;

    private static ErrorEntry[] NotJson(string why) => [new("", new("json", "not JSON" + why), null)];

    /// <summary>Reads a constant of a spec, such as a default; its text is known to fit.</summary>
    public static T Constant<T>(ReadOnlySpan<byte> utf8, ToolRead<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var errors = Read(utf8, read, ToolErrorCodes.Internal, out var value);
        return errors.Count == 0 ? value : throw new InvalidOperationException($"a constant of the spec does not fit its schema: {errors[0].Message}");
    }

    /// <summary>Notes an error at the value the reader stands on.</summary>
    internal void Violation(Fault fault) => this.ErrorAt(this.json.TokenStartIndex, fault);

    /// <summary>Notes an error at the value that begins at an offset.</summary>
    private void ErrorAt(long offset, Fault fault)
    {
        this.errors ??= new(this.code);
        if (this.errors.IsFull) return;
        var pointer = JsonPointers.At(this.utf8, offset);
        this.errors.Add(pointer, fault, ValueExcerpt.Of(this.utf8, offset, pointer));
    }

    /// <summary>Notes an error of a member, at its name.</summary>
    private void ErrorOfMember(long place, Fault fault)
    {
        this.errors ??= new(this.code);
        if (this.errors.IsFull) return;
        var pointer = JsonPointers.At(this.utf8, place);
        this.errors.Add(pointer, fault, ValueExcerpt.Of(this.utf8, ValueOf(this.utf8, place), pointer));
    }

    private static long ValueOf(ReadOnlySpan<byte> utf8, long name)
    {
        var reader = new Utf8JsonReader(utf8[(int)name..], isFinalBlock: false, default);
        reader.Read();
        var colon = (int)(name + reader.BytesConsumed);
        while (utf8[colon] != (byte)':') colon++;
        colon++;
        while (utf8[colon] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') colon++;
        return colon;
    }

    /// <summary>Passes over a value of a wrong type.</summary>
    private void Mismatch(string expected, string? format = null)
    {
        if (this.Tells()) this.Violation(Faults.Type(expected, format));
        this.json.Skip();
    }

    /// <summary>Notes an error at a container that was passed already.</summary>
    internal void ViolationAt(Utf8JsonReader start, Fault fault) => this.ErrorAt(start.TokenStartIndex, fault);

    /// <summary>Notes that a member's name is not allowed.</summary>
    internal void ViolationOfName(long place, string name) => this.ErrorOfMember(place, Faults.NameRefused(name));

    /// <summary>Passes over a value whose type a rule does not allow.</summary>
    internal void Refuse(JsonTypes allowed, string? format)
    {
        if (!this.Tells())
        {
            // Of a value that is only tried nothing more is read.
            if (!this.isProbe) this.json.Skip();
            return;
        }

        this.Violation(allowed == JsonTypes.None ? Faults.Nothing : Faults.Type(allowed == JsonTypes.String && format is not null ? FormatWords.Of(format) : Words(allowed), format));
        this.json.Skip();
    }

    /// <summary>Notes a member that the rule has no place for, and passes over its value.</summary>
    internal void UnknownMember(long place, IReadOnlyList<string> names)
    {
        this.Unknown(place, names);
        this.json.Skip();
    }

    /// <summary>"a string", "an integer or null".</summary>
    internal static string Words(JsonTypes types)
    {
        if (types == JsonTypes.Any) return "any JSON value";
        if (types == JsonTypes.None) return "nothing";
        var words = new List<string>();
        if (types.HasFlag(JsonTypes.String)) words.Add("a string");
        if (types.HasFlag(JsonTypes.Number)) words.Add("a number");
        else if (types.HasFlag(JsonTypes.Integer)) words.Add("an integer");
        if (types.HasFlag(JsonTypes.Boolean)) words.Add("true or false");
        if (types.HasFlag(JsonTypes.Array)) words.Add("an array");
        if (types.HasFlag(JsonTypes.Object)) words.Add("an object");
        if (types.HasFlag(JsonTypes.Null)) words.Add("null");
        return words.Count == 1 ? words[0] : string.Join(", ", words[..^1]) + " or " + words[^1];
    }

    // The runtime's text goes on with a path and a position that we state ourselves.
    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
