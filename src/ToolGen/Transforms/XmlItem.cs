using System.Collections.Generic;
using System.Linq;
using System.Text;
using ToolGen.Checks;

namespace ToolGen.Transforms;

/// <summary>An element, an attribute or a stretch of text of the record at hand.</summary>
internal sealed class XmlItem
{
    private readonly XmlStep.Target kind;
    private readonly string value;

    private XmlItem(XmlStep.Target kind, string name, string space, string value)
    {
        this.kind = kind;
        this.Name = name;
        this.Namespace = space;
        this.value = value;
    }

    public string Name { get; }

    public string Namespace { get; }

    /// <summary>Attributes, then elements and text, in document order.</summary>
    public List<XmlItem> Items { get; } = [];

    /// <summary>All text inside, that of elements inside too, as XPath's <c>string()</c>.</summary>
    public string Text
    {
        get
        {
            if (this.kind != XmlStep.Target.Element) return this.value;
            var content = this.Items.Where(item => item.kind != XmlStep.Target.Attribute).ToList();
            if (content.Count == 1 && content[0].kind == XmlStep.Target.Text) return content[0].value;
            var text = new StringBuilder();
            this.AppendTo(text);
            return text.ToString();
        }
    }

    public static XmlItem Element(string name, string space) => new(XmlStep.Target.Element, name, space, "");

    public static XmlItem Attribute(string name, string space, string value) => new(XmlStep.Target.Attribute, name, space, value);

    public static XmlItem Content(string text) => new(XmlStep.Target.Text, "", "", text);

    /// <summary>What a path leads to.</summary>
    public IEnumerable<XmlItem> Select(XmlPath path)
    {
        IEnumerable<XmlItem> found = [this];
        foreach (var step in path.Steps)
        {
            // text() of an element is its text, which the element itself stands for.
            if (step.Kind != XmlStep.Target.Text) found = found.SelectMany(item => item.Inside(step));
        }

        return found;
    }

    /// <summary>The attribute of a name without namespace, else the elements of it.</summary>
    public IEnumerable<XmlItem> Named(string name)
    {
        var attributes = this.Inside(new(XmlStep.Target.Attribute, name, ""));
        return attributes.Any() ? attributes : this.Inside(new(XmlStep.Target.Element, name, ""));
    }

    private IEnumerable<XmlItem> Inside(XmlStep step) => this.Items.Where(item => item.kind == step.Kind && step.Fits(item.Name, item.Namespace));

    // As deep as the reader lets a record be.
    private void AppendTo(StringBuilder text)
    {
        foreach (var item in this.Items)
        {
            if (item.kind == XmlStep.Target.Text) text.Append(item.value);
            else if (item.kind == XmlStep.Target.Element) item.AppendTo(text);
        }
    }
}
