using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Hosting.Versions;

/// <summary>All versions of all tools that a host has. Readers see one state; what is added replaces it as a whole.</summary>
internal sealed class ToolShelf
{
    private readonly Lock gate = new();
    private volatile State state = new([]);

    /// <summary>The highest version of each, in ordinal order of names.</summary>
    public IReadOnlyList<Tool> Newest => this.state.Newest;

    /// <summary>All versions.</summary>
    public IEnumerable<Tool> All => this.state.All;

    /// <summary>The highest version that a reference takes; null where there is none.</summary>
    public Tool? Find(string reference)
    {
        var state = this.state;
        // The name alone is what nearly all calls have.
        if (state.ByName.TryGetValue(reference, out var versions)) return versions[0];
        if (ToolReference.TryParse(reference) is not { Range: { } range } parsed || !state.ByName.TryGetValue(parsed.Name, out versions)) return null;
        return Array.Find(versions, tool => range.Accepts(tool.Descriptor.Version));
    }

    /// <exception cref="ArgumentException">A version is here already, made of another spec.</exception>
    public void Add(IEnumerable<Tool> tools)
    {
        lock (this.gate)
        {
            var all = this.state.All.ToList();
            foreach (var tool in tools)
            {
                var (name, version) = (tool.Descriptor.Name, tool.Descriptor.Version);
                var same = all.Find(other => Same(other.Descriptor.Name, name) && other.Descriptor.Version == version);
                if (same is null) all.Add(tool);
                else if (same.Descriptor.SpecHash != tool.Descriptor.SpecHash) throw new ArgumentException($"{name} {version} is here already, made of another spec: a version never changes, so give it the next one");
            }

            this.state = new([.. all]);
        }
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private sealed class State
    {
        public State(Tool[] all)
        {
            this.All = all;
            this.ByName = all.GroupBy(tool => tool.Descriptor.Name, StringComparer.OrdinalIgnoreCase)
                .ToFrozenDictionary(group => group.Key, group => group.Order(NewestFirst.Instance).ToArray(), StringComparer.OrdinalIgnoreCase);
            this.Newest = [.. this.ByName.Values.Select(versions => versions[0]).OrderBy(tool => tool.Descriptor.Name, StringComparer.Ordinal)];
        }

        public Tool[] All { get; }

        public FrozenDictionary<string, Tool[]> ByName { get; }

        public Tool[] Newest { get; }
    }

    /// <summary>A release before every prerelease: who names no version does not ask for one.</summary>
    private sealed class NewestFirst : IComparer<Tool>
    {
        public static readonly NewestFirst Instance = new();

        public int Compare(Tool? left, Tool? right)
        {
            var (one, other) = (left!.Descriptor.Version, right!.Descriptor.Version);
            var releases = IsRelease(one).CompareTo(IsRelease(other));
            return releases != 0 ? -releases : VersionRange.Compare(other, one);
        }

        private static bool IsRelease(string version) => !version.Split('+')[0].Contains('-', StringComparison.Ordinal);
    }
}
