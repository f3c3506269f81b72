using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace ToolGen.Generator.Methods;

/// <summary>The <c>///</c> text of a symbol, read from its source: the compiler hands it out only where the project writes a documentation file.</summary>
internal sealed class DocText
{
    private static readonly DocText None = new(null);

    private readonly XElement? root;

    private DocText(XElement? root) => this.root = root;

    /// <summary>Of a method, type, property or enum member; empty where there is none, or it is no XML.</summary>
    public static DocText Of(ISymbol symbol, CancellationToken cancellationToken)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var text = Lines(reference.GetSyntax(cancellationToken).GetLeadingTrivia().ToFullString());
            if (text.Length == 0) continue;
            try
            {
                return new(XElement.Parse("<doc>" + text + "</doc>", LoadOptions.PreserveWhitespace));
            }
            catch (XmlException)
            {
                // The compiler says what is wrong with it.
            }
        }

        return None;
    }

    public string Summary => this.Section("summary", null);

    /// <summary>Of a parameter, by its name.</summary>
    public string Parameter(string name) => this.Section("param", name);

    private string Section(string element, string? name)
    {
        var found = this.root?.Elements(element).FirstOrDefault(section => name is null || (string?)section.Attribute("name") == name);
        if (found is null) return "";
        var text = new StringBuilder();
        Append(found, text);
        return string.Join(" ", text.ToString().Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }

    // What stands in attributes is what a reader would see: <see cref="T:A.B"/> is B.
    private static void Append(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText plain:
                    text.Append(plain.Value);
                    break;
                case XElement { IsEmpty: true } empty:
                    var word = (string?)empty.Attribute("cref") ?? (string?)empty.Attribute("langword") ?? (string?)empty.Attribute("name") ?? "";
                    text.Append(word.Substring(word.LastIndexOfAny(['.', ':']) + 1));
                    break;
                case XElement inner:
                    var isBlock = inner.Name.LocalName is "para" or "list" or "item" or "description" or "term";
                    if (isBlock) text.Append(' ');
                    Append(inner, text);
                    if (isBlock) text.Append(' ');
                    break;
            }
        }
    }

    private static string Lines(string trivia)
    {
        var lines = new List<string>();
        foreach (var line in trivia.Split('\n'))
        {
            var trimmed = line.Trim();
            if (trimmed.StartsWith("///", StringComparison.Ordinal) && !trimmed.StartsWith("////", StringComparison.Ordinal)) lines.Add(trimmed.Substring(3));
            else if (trimmed.Length > 0 && trimmed[0] != '#') lines.Clear();
        }

        return string.Join("\n", lines);
    }
}
