using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ToolGen.Catalogs;

namespace ToolGen;

/// <summary>
/// The tools of one assembly, in ordinal order of their names. Of generated tools it knows the names at once; descriptors are read when they are
/// first asked for, and each tool is made when it is first found or enumerated. Thread-safe.
/// </summary>
public sealed class ToolCatalog
{
    private readonly Dictionary<string, int> byName;
    private readonly CatalogSource? source;
    private readonly Tool?[] made;
    private ToolDescriptor[]? descriptors;

    /// <param name="tools">Tools that are made already.</param>
    /// <exception cref="ArgumentException">Two names are equal but for case.</exception>
    public ToolCatalog(params IReadOnlyList<Tool> tools)
    {
        // A copy: what its caller does to the list later must not change what a name means.
        Tool[] all = [.. tools];
        this.Tools = Array.AsReadOnly(all);
        this.made = all;
        this.descriptors = Array.ConvertAll(all, static tool => tool.Descriptor);
        this.Names = Array.ConvertAll(this.descriptors, static descriptor => descriptor.Name);
        this.byName = Places(this.Names);
    }

    /// <param name="source">What the generator wrote.</param>
    /// <exception cref="ArgumentException">Two names are equal but for case.</exception>
    public ToolCatalog(CatalogSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        this.source = source;
        this.Names = PublishedText.Lines(source.Names);
        this.byName = Places(this.Names);
        this.made = new Tool?[this.Names.Count];
        this.Tools = new CatalogTools(this);
    }

    /// <summary>Makes no tool.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What a model sees of each tool. Makes no tool.</summary>
    public IReadOnlyList<ToolDescriptor> Descriptors => this.descriptors ?? this.Describe();

    /// <summary>Each is made when it is reached; from then on it is the same object.</summary>
    public IReadOnlyList<Tool> Tools { get; }

    /// <summary>A tool by its name, ignoring case; null where there is none.</summary>
    public Tool? Find(string name) => this.byName.TryGetValue(name, out var place) ? this.At(place) : null;

    /// <summary>The same tools, but only those of some names.</summary>
    /// <param name="names">Ignoring case.</param>
    /// <exception cref="ArgumentException">There is no tool of one of the names.</exception>
    public ToolCatalog Only(params IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new([.. names.Select(name => this.Find(name) ?? throw new ArgumentException($"the catalog has no tool {name}", nameof(names)))]);
    }

    internal Tool At(int place) => this.made[place] ?? this.Make(place);

    private static Dictionary<string, int> Places(IReadOnlyList<string> names)
    {
        var places = new Dictionary<string, int>(names.Count, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < names.Count; i++) places.Add(names[i], i);
        return places;
    }

    // No lock: a tool's constructor can be the project's own code, and wait for what it likes.
    private Tool Make(int place)
    {
        var tool = this.source!.Make(place);
        if (this.descriptors is { } known) tool.Publish(known[place]);
        return Interlocked.CompareExchange(ref this.made[place], tool, null) ?? tool;
    }

    private ToolDescriptor[] Describe()
    {
        var all = new ToolDescriptor[this.made.Length];
        for (var number = 0; number < this.source!.Parts; number++)
        {
            var part = new PublishedPart(this.source, number);
            var data = part.Data;
            for (var at = 0; at < data.Length;)
            {
                var read = new ToolDescriptor(new PublishedData(part, data, ref at));
                if (this.byName.TryGetValue(read.Name, out var place)) all[place] = read;
            }
        }

        // A tool that was made has its own already, and what no data says the tool does.
        for (var place = 0; place < all.Length; place++)
            if (this.made[place] is { } tool || all[place] is null) all[place] = this.At(place).Descriptor;
        return Interlocked.CompareExchange(ref this.descriptors, all, null) ?? all;
    }
}
