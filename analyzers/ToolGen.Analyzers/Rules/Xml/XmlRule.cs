using System;
using System.Collections.Immutable;
using System.Linq;
using ToolGen.Analyzers.Taint;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules;

/// <summary>Documents that load what they point to, or whose entities grow.</summary>
internal sealed class XmlRule : FlowRule
{
    private const string Resolver = "System.Xml.XmlUrlResolver";
    private const int Parse = 2;

    // XmlSchemaValidationFlags: inline schemas and schemas that a document points to.
    private const int ProcessSchemas = 3;

    /// <inheritdoc/>
    public override ImmutableArray<FindingDescriptor> Findings => [FindingCatalog.XmlFromInput];

    /// <inheritdoc/>
    public override void Describe(FlowModel model)
    {
        model.Configured("System.Xml.XmlReaderSettings");
        model.Configured("System.Xml.XmlResolver");
        model.Configured("System.Xml.Xsl.XsltSettings");
        Readers(model);
        Stylesheets(model);
        Schemas(model);
        Addresses(model);
    }

    /// <summary>What is read from where a text says, as an include of one's own does.</summary>
    private static void Addresses(FlowModel model)
    {
        void Named(string type, string member, string parameter) => model.Sink(Danger.Host | Danger.Path, FindingCatalog.XmlFromInput, type, member, parameter);
        foreach (var type in new[] { "System.Xml.Linq.XDocument", "System.Xml.Linq.XElement" }) Named(type, "Load", "uri");
        Named("System.Xml.XmlReader", "Create", "inputUri");
        Named("System.Xml.XmlDocument", "Load", "filename");
        Named("System.Xml.XmlTextReader", ".ctor", "url");
        Named("System.Xml.XPath.XPathDocument", ".ctor", "uri");
        Named("System.Xml.Schema.XmlSchemaSet", "Add", "schemaUri");
        foreach (var type in new[] { "System.Xml.Xsl.XslCompiledTransform", "System.Xml.Xsl.XslTransform" }) Named(type, "Load", "stylesheetUri|url");
    }

    private static void Sink(FlowModel model, string type, string member, string parameter = "*", Func<SinkSite, bool>? when = null) =>
        model.Sink(Danger.Xml, FindingCatalog.XmlFromInput, type, member, parameter, when);

    private static void Readers(FlowModel model)
    {
        Sink(model, "System.Xml.XmlReader", "Create", "input|inputUri|reader", IsOpen);
        foreach (var type in new[] { "System.Xml.XmlDocument", "System.Xml.XmlDataDocument", "System.Xml.XmlDocumentFragment" })
            foreach (var name in new[] { "Load", "LoadXml" }) Sink(model, type, name, "xml|inStream|txtReader|filename|reader", call => Follows(call, "this"));
        Sink(model, "System.Xml.XmlDocument", "XmlResolver", "this", call => Follows(call, "value"));
        Sink(model, "System.Xml.XmlTextReader", "XmlResolver", "this", call => Follows(call, "value"));
        Sink(model, "System.Security.Cryptography.Xml.SignedXml", "Resolver", "this", call => Follows(call, "value"));
        foreach (var name in new[] { "LoadXml", "CheckSignature", "CheckSignatureReturningKey" }) Sink(model, "System.Security.Cryptography.Xml.SignedXml", name, "this|value", call => Follows(call, "this"));
        Sink(model, "System.Xml.XmlValidatingReader", "XmlResolver", "this", call => Follows(call, "value"));
    }

    /// <summary>Whether a reader's settings read a DTD and follow what it points to, or let its entities grow without end.</summary>
    private static bool IsOpen(SinkSite call) => call.Objects("settings").Any(settings => IsOpen(call, settings));

    private static bool IsOpen(SinkSite call, Value settings)
    {
        object? Of(string property) => call.Reader(settings, property).Constant;
        var reads = Of("DtdProcessing") is Parse || Of("ProhibitDtd") is false;
        var follows = Follows(call, call.Reader(settings, "XmlResolver"));
        var grows = Of("MaxCharactersFromEntities") is 0 or 0L or > 100_000_000 or > 100_000_000L;
        return reads && (follows || grows) || follows && Of("ValidationFlags") is int flags && (flags & ProcessSchemas) != 0;
    }

    private static bool Follows(SinkSite call, string parameter) => Follows(call, call[parameter]);

    private static bool Follows(SinkSite call, Value resolver) =>
        call.Deep(resolver).Flows.Any(flow => flow.Atom is ObjectAtom { Type: { } made } && made.IsA(Resolver)) || call.HoldsReady(resolver, "FileSystemResolver");

    private static void Stylesheets(FlowModel model)
    {
        foreach (var type in new[] { "System.Xml.Xsl.XslCompiledTransform", "System.Xml.Xsl.XslTransform" })
        {
            Sink(model, type, "Load", "stylesheet|stylesheetUri", call => Follows(call, "stylesheetResolver") || Follows(call, "resolver"));
            Sink(model, type, "Transform", "input|inputUri", call => Follows(call, "documentResolver"));
            Sink(model, type, "Transform", "this", call => Follows(call, "documentResolver"));
        }
    }

    private static void Schemas(FlowModel model)
    {
        Sink(model, "System.Xml.Schema.XmlSchemaSet", "Add", "schemaDocument|schemaUri|schema", call => Follows(call, "this"));
        Sink(model, "System.Xml.Schema.XmlSchemaSet", "XmlResolver", "this", call => Follows(call, "value"));
        Sink(model, "System.Xml.Schema.XmlSchemaCollection", "Add", "*", call => Follows(call, "resolver"));
        Sink(model, "System.Xml.Schema.XmlSchema", "Compile", "this", call => Follows(call, "resolver"));
    }
}
