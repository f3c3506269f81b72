using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;

namespace ToolGen.Transforms;

/// <summary>An element or attribute on its way to a type; generated code asks for what the tool's record names.</summary>
public readonly struct XmlValue
{
    private readonly XmlItem? item;
    private readonly string name;
    private readonly BadRecord bad;

    internal XmlValue(XmlItem? item, string name, BadRecord bad)
    {
        this.item = item;
        this.name = name;
        this.bad = bad;
    }

    /// <summary>Whether the document has it.</summary>
    public bool Exists => this.item is not null;

    /// <summary>Its text.</summary>
    public Cell Cell => new(this.item is null ? default : this.item.Text, this.name, this.bad, isAbsent: this.item is null, isMarkup: true);

    /// <summary>The first value that a path leads to.</summary>
    /// <param name="property">The record's property, for messages.</param>
    /// <param name="path">From this element.</param>
    public XmlValue Find(string property, XmlPath path) => new(this.item?.Select(path).FirstOrDefault(), property, this.bad);

    /// <summary>The attribute of a name, else the first child element of that name.</summary>
    /// <param name="property">Both the record's property and the name in the document; without namespace.</param>
    public XmlValue Find(string property) => new(this.item?.Named(property).FirstOrDefault(), property, this.bad);

    /// <summary>Every value that a path leads to, in document order.</summary>
    public IReadOnlyList<T> List<T>(string property, XmlPath path, Func<XmlValue, T> read) => this.List(this.item?.Select(path), property, read);

    /// <summary>Every child element of a name, or the attribute of it.</summary>
    public IReadOnlyList<T> List<T>(string property, Func<XmlValue, T> read) => this.List(this.item?.Named(property), property, read);

    /// <summary>The value of an element's parts; an absent one makes the record bad.</summary>
    public T Object<T>(Func<XmlValue, T> read)
        where T : class
    {
        if (this.item is null) this.bad.Note($"\"{this.name}\" is missing");
        return this.ObjectOrNull(read)!;
    }

    /// <summary>The value of an element's parts; null where it is absent.</summary>
    public T? ObjectOrNull<T>(Func<XmlValue, T> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        return this.item is null ? null : read(this);
    }

    private List<T> List<T>(IEnumerable<XmlItem>? items, string property, Func<XmlValue, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var list = new List<T>();
        foreach (var inner in items ?? []) list.Add(read(new(inner, property, this.bad)));
        return list;
    }
}
