using System.Collections.Immutable;
using ToolGen.Analyzers.Taint;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules;

/// <summary>Text that a directory reads as a filter or a name, and text that is read as XPath.</summary>
internal sealed class QueryRule : FlowRule
{
    /// <inheritdoc/>
    public override ImmutableArray<FindingDescriptor> Findings => [FindingCatalog.LdapFromInput, FindingCatalog.XPathFromInput];

    /// <inheritdoc/>
    public override void Describe(FlowModel model)
    {
        Ldap(model);
        XPath(model);
    }

    private static void Ldap(FlowModel model)
    {
        void Sink(string type, string member, string parameter = "*") => model.Sink(Danger.Ldap, FindingCatalog.LdapFromInput, type, member, parameter);
        Sink("System.DirectoryServices.DirectorySearcher", "Filter");
        Sink("System.DirectoryServices.DirectorySearcher", ".ctor", "filter");
        void Name(string type, string member, string parameter = "*") => model.Sink(Danger.LdapName, FindingCatalog.LdapFromInput, type, member, parameter);
        Name("System.DirectoryServices.DirectoryEntry", "Path");
        Name("System.DirectoryServices.DirectoryEntry", ".ctor", "path");
        Name("System.DirectoryServices.DirectoryEntry", "Exists", "path");
        foreach (var name in new[] { "Add", "Find", "Remove" }) Name("System.DirectoryServices.DirectoryEntries", name, "name");
        Name("System.DirectoryServices.DirectoryEntry", "Rename", "newName");
        foreach (var name in new[] { "SearchRequest", "AddRequest", "ModifyRequest", "DeleteRequest", "CompareRequest", "ModifyDNRequest" })
        {
            Name("System.DirectoryServices.Protocols." + name, ".ctor", "distinguishedName|newName|newParentDistinguishedName");
            foreach (var property in new[] { "DistinguishedName", "NewName", "NewParentDistinguishedName" }) Name("System.DirectoryServices.Protocols." + name, property);
        }

        Sink("System.DirectoryServices.Protocols.SearchRequest", "Filter");
        Sink("System.DirectoryServices.Protocols.SearchRequest", ".ctor", "ldapFilter");
        foreach (var name in new[] { "Search", "SearchAsync" })
        {
            Sink("Novell.Directory.Ldap.LdapConnection", name, "filter");
            Name("Novell.Directory.Ldap.LdapConnection", name, "@base|base");
            Sink("Novell.Directory.Ldap.ILdapConnection", name, "filter");
            Name("Novell.Directory.Ldap.ILdapConnection", name, "@base|base");
        }
    }

    private static void XPath(FlowModel model)
    {
        void Sink(string type, string member, string parameter = "xpath") => model.Sink(Danger.XPath, FindingCatalog.XPathFromInput, type, member, parameter);
        foreach (var name in new[] { "SelectNodes", "SelectSingleNode" })
        {
            Sink("System.Xml.XmlNode", name);
            Sink("HtmlAgilityPack.HtmlNode", name);
        }

        foreach (var name in new[] { "Select", "SelectSingleNode", "Evaluate", "Matches", "Compile" }) Sink("System.Xml.XPath.XPathNavigator", name);
        Sink("System.Xml.XPath.XPathExpression", "Compile");
        foreach (var name in new[] { "XPathSelectElement", "XPathSelectElements", "XPathEvaluate" }) Sink("System.Xml.XPath.Extensions", name, "expression");
        Sink("System.Web.UI.WebControls.XmlDataSource", "XPath");
    }
}
