using System;
using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Effects.Files;

/// <summary>A <see cref="FilePattern"/> taken apart: a granted folder's name and patterns of names. Which of them a way down has reached is kept as a set, so that no folder is looked at twice.</summary>
/// <param name="Folder">The granted folder's name.</param>
/// <param name="Segments">At most <see cref="FilePath.MaximumParts"/>.</param>
internal sealed record GlobPath(string Folder, GlobSegment[] Segments)
{
    /// <summary>Takes a pattern apart.</summary>
    /// <exception cref="ToolException"><c>denied</c>: its names break the rules of paths.</exception>
    public static GlobPath Parse(FilePattern pattern)
    {
        var text = pattern.ToString();
        FilePath.RefuseLength(text);
        var isSign = pattern.Parts.SelectMany(part => Enumerable.Repeat(part.IsGlob, part.Text.Length)).ToArray();
        var segments = new List<GlobSegment>();
        for (var start = 0; start <= text.Length;)
        {
            var slash = text.IndexOf('/', start);
            var end = slash < 0 ? text.Length : slash;
            var segment = GlobSegment.Parse(text.AsSpan(start, end - start), isSign.AsSpan(start, end - start));
            if (FaultOf(segment) is { } fault) throw FilePath.Refused(text, fault);
            segments.Add(segment);
            start = end + 1;
        }

        FilePath.RefuseParts(text, segments.Count);
        if (!segments[0].IsLiteral) throw FilePath.Refused(text, "its first part is the name of a granted folder and can be no pattern");
        return new(segments[0].Text, [.. segments.Skip(1)]);
    }

    /// <summary>Where a way down begins.</summary>
    public ulong Start => this.Closed(1);

    /// <summary>Whether a way that has come here has come to the end.</summary>
    public bool IsWhole(ulong reached) => (reached & (1UL << this.Segments.Length)) != 0;

    /// <summary>The one name that leads on; null where a pattern does.</summary>
    public string? OnlyName(ulong reached)
    {
        if (!ulong.IsPow2(reached) || this.IsWhole(reached)) return null;
        var segment = this.Segments[(int)ulong.Log2(reached)];
        return segment.IsLiteral ? segment.Text : null;
    }

    /// <summary>Where a name leads; 0: nowhere.</summary>
    public ulong Next(ulong reached, string name)
    {
        var next = 0UL;
        for (var i = 0; i < this.Segments.Length; i++)
        {
            if ((reached & (1UL << i)) == 0) continue;
            if (!this.Segments[i].IsDeep)
            {
                if (this.Segments[i].Matches(name)) next |= 1UL << (i + 1);
            }
            else if (!name.StartsWith('.'))
            {
                next |= 1UL << i;
            }
        }

        return this.Closed(next);
    }

    /// <summary>Whether a folder that was come to so can hold what is looked for.</summary>
    public bool LeadsOn(ulong reached) => (reached & ((1UL << this.Segments.Length) - 1)) != 0;

    // ** stands for no folder too.
    private ulong Closed(ulong reached)
    {
        for (var i = 0; i < this.Segments.Length; i++)
            if ((reached & (1UL << i)) != 0 && this.Segments[i].IsDeep) reached |= 1UL << (i + 1);
        return reached;
    }

    private static string? FaultOf(GlobSegment segment) => segment.IsLiteral
        ? FileNameRules.FaultOf(segment.Text)
        : segment.Text.Length > FileNameRules.MaximumBytes ? $"a part is longer than {FileNameRules.MaximumBytes} characters"
        : FileNameRules.CharacterFault(segment.Text.Replace('*', '_').Replace('?', '_'));
}
