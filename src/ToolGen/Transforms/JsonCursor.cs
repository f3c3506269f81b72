using System;
using System.Globalization;
using System.IO;
using System.Text.Json;

namespace ToolGen.Transforms;

/// <summary>Walks through JSON of any length with one value in memory. A text that is no JSON is <c>bad_data</c>: it has no records that could be skipped one by one.</summary>
internal sealed class JsonCursor(TextReader text)
{
    private readonly Utf8Source source = new(text);
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = ToolReader.MaxDepth });
    private int valueLength;
    private bool isSought;

    /// <summary>The line that the value of <see cref="NextValue"/> begins on, from 1.</summary>
    public long Line => this.source.Line;

    /// <summary>The value that <see cref="NextValue"/> found.</summary>
    public ReadOnlySpan<byte> Value => this.source.Window[..this.valueLength];

    /// <summary>Goes before the value of a member (or of an element, where the next value is an array).</summary>
    /// <returns>False where there is none.</returns>
    public bool Enter(string segment)
    {
        var container = this.Token(segment);
        if (container == JsonTokenType.StartObject)
        {
            while (this.Token(segment) == JsonTokenType.PropertyName)
            {
                if (this.isSought) return true;
                this.SkipValue();
            }
        }
        else if (container == JsonTokenType.StartArray && int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            while (index-- > 0)
                if (this.SkipValue() == JsonTokenType.EndArray) return false;
            return this.PeekToken() != JsonTokenType.EndArray;
        }

        return false;
    }

    /// <summary>Goes into the next value where it is an array.</summary>
    public bool EnterArray() => this.PeekToken() == JsonTokenType.StartArray && this.Token("") == JsonTokenType.StartArray;

    /// <summary>Takes the next value whole; false at the end of the array.</summary>
    public bool NextValue()
    {
        this.source.Advance(this.valueLength);
        this.valueLength = 0;
        while (true)
        {
            var reader = new Utf8JsonReader(this.source.Window, this.source.IsFinal, this.state);
            if (this.Read(ref reader))
            {
                var start = (int)reader.TokenStartIndex;
                var isEnd = reader.TokenType == JsonTokenType.EndArray;
                if (isEnd || this.Skip(ref reader))
                {
                    this.state = reader.CurrentState;
                    this.source.Advance(start);
                    this.valueLength = (int)reader.BytesConsumed - start;
                    return !isEnd;
                }
            }

            this.source.Fill();
        }
    }

    /// <summary>Sees to it that what follows is JSON too.</summary>
    public void ReadToEnd()
    {
        this.source.Advance(this.valueLength);
        this.valueLength = 0;
        while (this.Token("") != JsonTokenType.None)
        {
        }
    }

    private JsonTokenType SkipValue()
    {
        var first = this.Token("");
        var depth = first is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0;
        while (depth > 0)
        {
            var token = this.Token("");
            if (token is JsonTokenType.StartObject or JsonTokenType.StartArray) depth++;
            else if (token is JsonTokenType.EndObject or JsonTokenType.EndArray) depth--;
        }

        return first;
    }

    private JsonTokenType PeekToken()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(this.source.Window, this.source.IsFinal, this.state);
            if (this.Read(ref reader)) return reader.TokenType;
            if (this.source.IsFinal) return JsonTokenType.None;
            this.source.Fill();
        }
    }

    private JsonTokenType Token(string name)
    {
        while (true)
        {
            var reader = new Utf8JsonReader(this.source.Window, this.source.IsFinal, this.state);
            if (this.Read(ref reader))
            {
                this.isSought = reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name);
                this.state = reader.CurrentState;
                this.source.Advance((int)reader.BytesConsumed);
                return reader.TokenType;
            }

            if (this.source.IsFinal) return JsonTokenType.None;
            this.source.Fill();
        }
    }

    private bool Read(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException e)
        {
            throw NotJson(e);
        }
    }

    private bool Skip(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.TrySkip();
        }
        catch (JsonException e)
        {
            throw NotJson(e);
        }
    }

    private static ToolException NotJson(JsonException e)
    {
        // The runtime's sentence ends with its own words for the place.
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return new(ToolErrorCodes.BadData, string.Create(CultureInfo.InvariantCulture, $"line {e.LineNumber + 1}: not JSON: {(end < 0 ? e.Message : e.Message[..end])}"));
    }
}
