using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Hosting.Versions;

/// <summary>
/// All versions of all tools that a host has. Readers see one state; what is added replaces it as a whole. Tools are sorted by their descriptors and
/// stay where they are: one is made when it is found.
/// </summary>
internal sealed class ToolShelf
{
    private readonly Lock gate = new();
    private volatile State state = new([]);

    /// <summary>The highest version of each, in ordinal order of names.</summary>
    public IReadOnlyList<Tool> Newest => this.state.Newest;

    /// <summary>What a model sees of them; another object after each change.</summary>
    public IReadOnlyList<ToolDescriptor> Descriptors => this.state.Descriptors;

    /// <summary>The highest version that a reference takes; null where there is none.</summary>
    public Tool? Find(string reference)
    {
        var state = this.state;
        // The name alone is what nearly all calls have.
        if (state.ByName.TryGetValue(reference, out var versions)) return versions[0].Tool;
        if (ToolReference.TryParse(reference) is not { Range: { } range } parsed || !state.ByName.TryGetValue(parsed.Name, out versions)) return null;
        return Array.Find(versions, tool => range.Accepts(tool.Descriptor.Version))?.Tool;
    }

    /// <exception cref="ArgumentException">A version is here already, made of another spec.</exception>
    public void Add(ToolCatalog catalog)
    {
        lock (this.gate)
        {
            var all = this.state.All.ToDictionary(tool => Key(tool.Descriptor));
            foreach (var tool in catalog.Descriptors.Select((descriptor, place) => new ShelvedTool(descriptor, catalog.Tools, place)))
            {
                if (all.TryGetValue(Key(tool.Descriptor), out var there) && there.Descriptor.SpecHash != tool.Descriptor.SpecHash) throw new ArgumentException($"{tool.Descriptor.Name} {tool.Descriptor.Version} is here already, made of another spec: a version never changes, so give it the next one");

                // Of one spec, what was added last serves: a server that was connected anew, or after all.
                all[Key(tool.Descriptor)] = tool;
            }

            this.state = new([.. all.Values]);
        }
    }

    private static (string Name, string Version) Key(ToolDescriptor tool) => (tool.Name.ToUpperInvariant(), tool.Version);

    private sealed class State
    {
        public State(ShelvedTool[] all)
        {
            this.All = all;
            this.ByName = all.GroupBy(tool => tool.Descriptor.Name, StringComparer.OrdinalIgnoreCase)
                .ToFrozenDictionary(group => group.Key, group => group.Order(NewestFirst.Instance).ToArray(), StringComparer.OrdinalIgnoreCase);
            var newest = this.ByName.Values.Select(versions => versions[0]).OrderBy(tool => tool.Descriptor.Name, StringComparer.Ordinal).ToArray();
            this.Newest = new ShelvedTools(newest);
            this.Descriptors = Array.ConvertAll(newest, static tool => tool.Descriptor);
        }

        public ShelvedTool[] All { get; }

        public FrozenDictionary<string, ShelvedTool[]> ByName { get; }

        public IReadOnlyList<Tool> Newest { get; }

        public IReadOnlyList<ToolDescriptor> Descriptors { get; }
    }

    /// <summary>A release before every prerelease: who names no version does not ask for one.</summary>
    private sealed class NewestFirst : IComparer<ShelvedTool>
    {
        public static readonly NewestFirst Instance = new();

        public int Compare(ShelvedTool? left, ShelvedTool? right)
        {
            var (one, other) = (left!.Descriptor.Version, right!.Descriptor.Version);
            var releases = IsRelease(one).CompareTo(IsRelease(other));
            return releases != 0 ? -releases : VersionRange.Compare(other, one);
        }

        private static bool IsRelease(string version) => !version.Split('+')[0].Contains('-', StringComparison.Ordinal);
    }
}
