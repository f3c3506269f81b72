using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using ToolGen.Analyzers.Backtracking;

namespace ToolGen.Analyzers.Taint;

/// <summary>What becomes of values that are written one after another into a text.</summary>
internal static class TextFlow
{
    public static Value Concat(ImmutableArray<Value> parts)
    {
        if (parts.IsEmpty) return Value.Known("");
        if (parts.All(part => part.Constant is string or char)) return Value.Known(string.Concat(parts.Select(part => part.Constant)));
        var flows = ImmutableArray<Flow>.Empty;
        var left = new Left();
        foreach (var part in parts)
        {
            flows = Value.Union(flows, part.Without(left.Settles(part)).Flows);
            left.Add(part);
        }

        return new(flows) { Starts = Leading(parts), Ends = Trailing(parts) };
    }

    private static string? Leading(ImmutableArray<Value> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.Constant?.ToString() ?? part.Starts);
            if (part.Constant is not (string or char)) break;
        }

        return text.Length == 0 ? null : text.ToString();
    }

    private static string? Trailing(ImmutableArray<Value> parts)
    {
        var text = "";
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            text = (parts[i].Constant?.ToString() ?? parts[i].Ends) + text;
            if (parts[i].Constant is not (string or char)) break;
        }

        return text.Length == 0 ? null : text;
    }

    /// <summary>What stands before a value, and what that value can therefore no longer decide.</summary>
    private struct Left
    {
        private string text;
        private bool isOpen;
        private bool isSomething;

        public readonly Danger Settles(Value part)
        {
            if (!this.isSomething) return Danger.None;
            var settled = Danger.PathRooted;
            var before = this.text ?? "";
            // Between quotes a text without that quote stays there.
            if (part.Allowed is { } allowed && before.Length > 0 && before[before.Length - 1] is ('\'' or '"') and var quote && !allowed.Has(quote)) settled |= Danger.XPath;
            if (before.Trim(' ', '"', '\'').Length > 0 || this.isOpen) settled |= Danger.Argument;
            if (UrlText.FixesHost(before, this.isOpen)) settled |= Danger.Host;
            return settled;
        }

        public void Add(Value part)
        {
            var known = part.Constant?.ToString();
            if (known is not null)
            {
                this.text += known;
                this.isSomething |= known.Length > 0;
                return;
            }

            // A value that nobody else writes: something stands there, and what follows is judged by what ends it.
            if (this.text is null or "" && part.Starts is { } starts) this.text = starts;
            else if (part.IsClean) this.text = (UrlText.FixesHost(this.text ?? "", this.isOpen) ? this.text : "") + (part.Ends ?? "");
            this.isOpen |= this.text is null or "" || part.IsClean;
            this.isSomething |= part.IsClean || part.Starts is not null;
        }
    }
}
