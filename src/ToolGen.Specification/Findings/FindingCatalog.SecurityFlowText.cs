namespace ToolGen.Specification.Findings;

/// <summary>Texts that another reader takes apart (TG3015–3019): {0} is the member that is reached, {1} what arrives.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor XmlFromInput = new(
        "TG3015",
        "XML that reaches out",
        FindingSeverity.Warning,
        "{1} is, or names, XML that {0} reads together with what it points to, or with entities that may grow without end",
        "Read from text or a stream of your own; leave XmlResolver null and DtdProcessing at Prohibit; keep MaxCharactersFromEntities at its default.",
        "A document type, an entity, an import or a schema's location names a file or an address that is then read in the process' name and comes back inside the document. Entities of entities make gigabytes of a few lines. A resolver of your own that opens what it is asked for is no better than the one of .NET, and neither is an object that a stylesheet of others may call by name. The fix puts null in the place of the resolver; entities that a document declares itself are read as before.",
        "var reader = XmlReader.Create(input, new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() });",
        "var reader = XmlReader.Create(input, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });");

    public static readonly FindingDescriptor LdapFromInput = new(
        "TG3016",
        "LDAP from input",
        FindingSeverity.Warning,
        "{1} becomes part of the filter or name that {0} gives to the directory",
        "Escape each value for where it stands: \\2a \\28 \\29 \\5c \\00 in a filter (RFC 4515), a backslash before , + \" \\ < > ; = in a name (RFC 4514); or let it hold letters and digits only.",
        "A filter is a tree in brackets: a value with `)(` adds conditions, `*` matches everybody. In a name a comma begins another part, and so another place in the tree.",
        "searcher.Filter = $\"(&(objectClass=user)(mail={mail}))\";",
        "searcher.Filter = $\"(&(objectClass=user)(mail={EscapeFilter(mail)}))\";");

    public static readonly FindingDescriptor XPathFromInput = new(
        "TG3017",
        "XPath from input",
        FindingSeverity.Warning,
        "{1} becomes part of the XPath that {0} evaluates",
        "Select with LINQ to XML and compare values in C#, or give the value as a variable of an XsltContext.",
        "A quote in the value ends the text, and what follows is a condition of its own: `' or '1'='1` selects everything. XPath has no escape for quotes.",
        "var user = document.XPathSelectElement($\"//user[@name='{name}']\");",
        "var user = document.Descendants(\"user\").FirstOrDefault(one => (string?)one.Attribute(\"name\") == name);");

    public static readonly FindingDescriptor LogLineFromInput = new(
        "TG3018",
        "Log line from input",
        FindingSeverity.Warning,
        "{1} can hold line breaks where {0} writes a line of a log",
        "Give it as a parameter of a constant message template, or replace its line breaks before.",
        "A value with a line break writes lines of its own, in the name of whoever the log says. In a message template braces name parameters too.",
        "logger.LogInformation($\"Exported for {user}\");",
        "logger.LogInformation(\"Exported for {User}\", user);");

    public static readonly FindingDescriptor FormatFromInput = new(
        "TG3019",
        "Format from input",
        FindingSeverity.Warning,
        "{1} becomes part of the format of {0}",
        "Write the format as a constant and give the value as an argument; choose among formats by name.",
        "A format reads whichever argument it names, and a width or precision such as `{0,999999999}` or `D999999999` writes that many characters.",
        "return string.Format(template, name, total);",
        "return template switch { \"short\" => $\"{name}: {total}\", _ => $\"{name} owes {total:F2}\" };");
}
