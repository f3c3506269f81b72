using System;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ToolGen.Checks;

namespace ToolGen;

/// <content>Whole rules: a value is checked without being read, or only tried, and its parts met again from the start.</content>
public ref partial struct ToolReader
{
    /// <summary>Checks a value by a whole rule without reading it. Where it does not fit, the errors are noted and it is passed over.</summary>
    /// <returns>Whether it fits and stands to be read.</returns>
    public bool Check(SchemaRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        this.state ??= new(this.utf8.Length);
        var before = this.ErrorCount;
        var start = this.json;
        rule.CheckAll(ref this);
        this.json = start;
        if (this.IsExhausted) this.Violation(Faults.TooLarge);
        if (this.ErrorCount == before) return true;
        this.json.Skip();
        return false;
    }

    /// <summary>Whether the value fits, without a word about why not.</summary>
    internal readonly bool Holds(SchemaRule rule, EvaluatedParts? parts = null)
    {
        var probe = this;
        (probe.isProbe, probe.faults) = (true, 0);
        rule.CheckAll(ref probe, parts);
        return probe.faults == 0;
    }

    /// <summary>Whether a text, as JSON, fits.</summary>
    internal readonly bool HoldsOf(SchemaRule rule, string text)
    {
        var probe = new ToolReader(JsonEncodedText.Encode(text).EncodedUtf8Bytes is var inner ? [(byte)'"', .. inner, (byte)'"'] : [], this.code) { state = this.state, isProbe = true };
        probe.json.Read();
        rule.CheckAll(ref probe);
        return probe.faults == 0;
    }

    /// <summary>Checks the value that the reader stands on by one more rule, and stays there.</summary>
    internal void Apply(SchemaRule rule, in ToolReader start, EvaluatedParts? parts)
    {
        var again = start;
        again.TakeErrors(this);
        rule.CheckAll(ref again, parts);
        this.TakeErrors(again);
    }

    /// <summary>Checks the JSON inside a string; its places are told as if it stood in place of the string.</summary>
    internal void CheckContent(ReadOnlySpan<byte> content, SchemaRule rule)
    {
        if (!this.Spend(1 + (content.Length / 4))) return;
        var inner = new ToolReader(content, this.code) { state = this.state ??= new(this.utf8.Length), isProbe = this.isProbe };
        try
        {
            if (!System.Text.Unicode.Utf8.IsValid(content)) throw new JsonException();
            inner.json.Read();
            rule.CheckAll(ref inner);
            if (!inner.IsOver) inner.json.Read();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            if (this.Tells()) this.Violation(Faults.NotJson);
            return;
        }

        this.faults += inner.faults;
        if (inner.Errors.Count == 0) return;
        this.errors ??= new(this.code);
        var pointer = JsonPointers.At(this.utf8, this.json.TokenStartIndex);
        foreach (var error in inner.Errors) this.errors.Add(error.Below(pointer));
    }

    /// <summary>Whether what is left of the value decides nothing any more.</summary>
    internal readonly bool IsOver => (this.isProbe && this.faults > 0) || this.state is { IsExhausted: true };

    internal readonly bool IsExhausted => this.state is { IsExhausted: true };

    /// <summary>Notes that the value does not fit; whether it is to be told why.</summary>
    internal bool Tells()
    {
        if (!this.isProbe) return this.errors is not { IsFull: true };
        this.faults++;
        return false;
    }

    /// <summary>Enters a rule; false where a cap is reached.</summary>
    internal readonly bool Enter(SchemaScope? scope)
    {
        if (!this.Spend(1)) return false;
        if (this.state!.Depth >= CheckState.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            this.state.IsExhausted = true;
            return false;
        }

        this.state.Depth++;
        if (scope is not null) this.state.Scopes.Add(scope);
        return true;
    }

    internal readonly void Leave(SchemaScope? scope)
    {
        this.state!.Depth--;
        if (scope is not null) this.state.Scopes.RemoveAt(this.state.Scopes.Count - 1);
    }

    internal readonly SchemaRule? DynamicRule(string anchor)
    {
        foreach (var scope in this.state!.Scopes)
            if (scope.Find(anchor) is { } rule) return rule;
        return null;
    }

    internal readonly bool Spend(long steps) => this.state is null || this.state.Spend(steps);

    /// <summary>Comparing a value costs as much as it is long.</summary>
    internal readonly bool SpendValue()
    {
        var copy = this.json;
        copy.Skip();
        return this.Spend(1 + ((copy.BytesConsumed - this.json.TokenStartIndex) / 8));
    }

    internal JsonTokenType Advance()
    {
        this.state?.Spend(1);
        this.json.Read();
        return this.json.TokenType;
    }

    internal void SkipValue() => this.json.Skip();

    internal void TakeErrors(in ToolReader other)
    {
        this.errors ??= other.errors;
        this.faults = other.faults;
    }
}
