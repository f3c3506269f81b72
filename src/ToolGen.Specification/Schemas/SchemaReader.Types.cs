using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <content><c>type</c>: one word or a list of words.</content>
public sealed partial class SchemaReader
{
    private SchemaTypes ReadTypes(JsonObject schema)
    {
        switch (schema["type"])
        {
            case null:
                return SchemaTypes.Any;
            case JsonString word:
                return this.ReadType(schema, word, isOnly: true);
            case JsonArray { Items.Count: > 0 } words:
                var types = SchemaTypes.None;
                foreach (var word in words.Items)
                {
                    if (word is JsonString text) types |= this.ReadType(schema, text, isOnly: false);
                    else this.WrongValue(word, "type", "a type word or a list of them");
                }

                this.WarnOfRepeats(words.Items, "type");
                return types == SchemaTypes.None ? SchemaTypes.Any : types;
            case var other:
                this.WrongValue(other, "type", "a type word or a list of at least one");
                return SchemaTypes.Any;
        }
    }

    // Any for a word that is none, so that one slip does not bring findings about values that may be right.
    private SchemaTypes ReadType(JsonObject schema, JsonString word, bool isOnly)
    {
        var types = TypeWords.Parse(word.Value);
        if (types != SchemaTypes.None) return types;

        var fix = TypeFix.For(schema, word, isOnly);
        var near = NearMiss.Of(word.Value, TypeWords.Types);
        var remedy = fix is not null ? fix.Title + "."
            : near is not null ? $"Did you mean {Excerpt.Quote(near)}?"
            : $"Types are {string.Join(", ", TypeWords.Types.Select(type => Excerpt.Quote(type)))}.";
        this.sink.Add(FindingCatalog.NoType, word.Span, fix, Excerpt.Of(word), remedy);
        return SchemaTypes.Any;
    }
}
