using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using ToolGen.Generator.Kinds.Own;
using ToolGen.Specification;
using Text = Microsoft.CodeAnalysis.Text.SourceText;

namespace ToolGen.Generator.Pipeline;

/// <summary>
/// What files show alone, read once for generator and analyzer: in one compile both are handed the same text object. Sharing saves the second reading, and
/// makes what both report one object, which the compiler prints once.
/// </summary>
internal static class SharedReadings
{
    private static readonly ConditionalWeakTable<Text, Slot> Known = new();

    public static ReadTool Of(AdditionalText file, ProjectSettings settings, EquatableArray<OwnKindDefinition> kinds, CancellationToken cancellationToken)
    {
        if (FileText.Of(file, cancellationToken) is not { } text) return SpecFile.Read(file.Path, null, settings, kinds, cancellationToken);
        var slot = Known.GetOrCreateValue(text);
        if (slot.Last is { } last && last.Tool.Path == file.Path && last.Settings.Equals(settings) && last.Kinds.Equals(kinds)) return last.Tool;
        var tool = SpecFile.Read(file.Path, text.ToString(), settings, kinds, cancellationToken);
        slot.Last = new(tool, settings, kinds);
        return tool;
    }

    private sealed class Slot
    {
        private volatile Reading? last;

        public Reading? Last
        {
            get => this.last;
            set => this.last = value;
        }
    }

    private sealed record Reading(ReadTool Tool, ProjectSettings Settings, EquatableArray<OwnKindDefinition> Kinds);
}
