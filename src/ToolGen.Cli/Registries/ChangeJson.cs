using System.Text.Json;
using ToolGen.Registry.Changes;

namespace ToolGen.Cli.Registries;

/// <summary>What changed between two versions, as JSON.</summary>
internal static class ChangeJson
{
    public static void Write(Utf8JsonWriter json, string name, VersionChange change)
    {
        json.WriteStartObject(name);
        Members(json, change);
        json.WriteEndObject();
    }

    public static void Members(Utf8JsonWriter json, VersionChange change)
    {
        json.WriteString("older", change.Older);
        json.WriteString("newer", change.Newer);
        json.WriteString("owed", Word(change.OwedStep));
        json.WriteString("taken", Word(change.StepTaken));
        json.WriteBoolean("enough", change.IsEnough);
        json.WriteString("next", change.Next);
        json.WriteStartArray("changes");
        foreach (var one in change.Changes)
        {
            json.WriteStartObject();
            json.WriteString("part", one.Part.ToString().ToLowerInvariant());
            json.WriteString("step", Word(one.Step));
            json.WriteString("pointer", one.Pointer);
            json.WriteString("what", one.Sentence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Word(SemVerStep step) => step.ToString().ToLowerInvariant();
}
