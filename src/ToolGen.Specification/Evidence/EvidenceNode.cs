using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Evidence;

/// <summary>A part of a file of evidence that must be what is asked for.</summary>
internal readonly struct EvidenceNode(JsonNode node)
{
    public bool IsNull => node is JsonNull;

    /// <summary>A member of an object, which must be there.</summary>
    public EvidenceNode this[string name] => node is not JsonObject @object
        ? throw this.Fault("an object must stand here")
        : @object[name] is { } member ? new(member) : throw this.Fault($"the member {name} is missing");

    public string Text() => node is JsonString text ? text.Value : throw this.Fault("a text must stand here");

    public string? TextOrNull() => this.IsNull ? null : this.Text();

    public string Hash() => this.Text() is var text && Sha256.IsOne(text) ? text : throw this.Fault("a SHA-256 must stand here, 64 hexadecimal digits in lower case");

    public string? HashOrNull() => this.IsNull ? null : this.Hash();

    public string ObjectOrHash() => node is JsonObject ? JsonWriter.Canonical(node) : this.Hash();

    public string FindingId() => Regex.IsMatch(this.Text(), @"^TG[0-9]{4}\z", RegexOptions.CultureInvariant) ? this.Text() : throw this.Fault("the id of a finding must stand here, such as TG0001");

    public string OneOf(params string[] words) =>
        this.Text() is var text && words.Contains(text) ? text : throw this.Fault($"one of these must stand here: {string.Join(", ", words)}");

    /// <summary>A whole number from 0.</summary>
    public int Number() => node is JsonNumber number && int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw this.Fault("a whole number from 0 must stand here");

    public EquatableArray<T> List<T>(Func<EvidenceNode, T> read) =>
        node is JsonArray array ? array.Items.Select(item => read(new(item))).ToEquatableArray() : throw this.Fault("a list must stand here");

    /// <summary>Texts in ordinal order, each once.</summary>
    public EquatableArray<string> Sorted()
    {
        var texts = this.List(item => item.Text());
        for (var i = 1; i < texts.Count; i++)
            if (string.CompareOrdinal(texts[i - 1], texts[i]) >= 0) throw this.Fault("the texts of this list must stand in ordinal order, each once");
        return texts;
    }

    public EvidenceFault Fault(string why) => new(node.Span, why);
}

/// <summary>Why a file is no evidence, and where.</summary>
internal sealed class EvidenceFault(TextSpan span, string why) : Exception(why)
{
    public TextSpan Span => span;
}
