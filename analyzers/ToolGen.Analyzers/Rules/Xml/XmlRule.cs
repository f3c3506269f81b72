using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ToolGen.Analyzers.Taint;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules;

/// <summary>Documents that load what they point to, or whose entities grow.</summary>
internal sealed class XmlRule : FlowRule
{
    private const string Resolver = "System.Xml.XmlUrlResolver";
    private const int Parse = 2;

    private static readonly string[] Transforms = ["System.Xml.Xsl.XslCompiledTransform", "System.Xml.Xsl.XslTransform"];
    private static readonly string[] Openers = ["GetEntity", "GetEntityAsync"];

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
        Extensions(model);
    }

    /// <summary>Objects whose methods a stylesheet calls.</summary>
    private static void Extensions(FlowModel model)
    {
        foreach (var type in Transforms)
        {
            model.AsksByName(type, "Transform");
            foreach (var arguments in new[] { "arguments", "args" })
                Sink(model, type, "Transform", "this", call => call.Types(call[arguments]).Any(made => call.Opens(made, null, Danger.Host | Danger.Path)), arguments);
        }
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
        foreach (var name in Openers) Named(Resolver, name, "absoluteUri");
        foreach (var type in Transforms) Named(type, "Load", "stylesheetUri|url");
    }

    private static void Sink(FlowModel model, string type, string member, string parameter, Func<SinkSite, bool> when, string decidedBy) =>
        model.Sink(Danger.Xml, FindingCatalog.XmlFromInput, type, member, parameter, when, decidedBy);

    /// <summary>A sink where an argument, or <c>this</c>, follows what a document points to.</summary>
    private static void Followed(FlowModel model, string type, string member, string parameter, string resolver) =>
        Sink(model, type, member, parameter, call => Follows(call, call[resolver]), resolver);

    private static void Readers(FlowModel model)
    {
        Sink(model, "System.Xml.XmlReader", "Create", "input|inputUri|reader", IsOpen, "settings");
        foreach (var type in new[] { "System.Xml.XmlDocument", "System.Xml.XmlDataDocument", "System.Xml.XmlDocumentFragment" })
            foreach (var name in new[] { "Load", "LoadXml" }) Followed(model, type, name, "xml|inStream|txtReader|filename|reader", "this");
        Followed(model, "System.Xml.XmlDocument", "XmlResolver", "this", "value");
        Followed(model, "System.Xml.XmlTextReader", "XmlResolver", "this", "value");
        Followed(model, "System.Security.Cryptography.Xml.SignedXml", "Resolver", "this", "value");
        foreach (var name in new[] { "LoadXml", "CheckSignature", "CheckSignatureReturningKey" }) Followed(model, "System.Security.Cryptography.Xml.SignedXml", name, "this|value", "this");
        Followed(model, "System.Xml.XmlValidatingReader", "XmlResolver", "this", "value");
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

    private static bool Follows(SinkSite call, Value resolver) =>
        call.Types(resolver).Any(made => made.IsA("System.Xml.XmlResolver") && IsOpen(call, made)) || call.HoldsReady(resolver, "FileSystemResolver");

    /// <summary>Whether a resolver opens what it is asked for: .NET's own, or one that is written here and lets the address arrive at a file or a request.</summary>
    private static bool IsOpen(SinkSite call, INamedTypeSymbol resolver)
    {
        if (Openers.Any(name => call.Opens(resolver, name, Danger.Host | Danger.Path))) return true;
        for (var type = resolver; type is not null && !type.Is(Resolver); type = type.BaseType)
            if (Openers.Any(name => !type.GetMembers(name).IsEmpty)) return false;
        return resolver.IsA(Resolver);
    }

    private static void Stylesheets(FlowModel model)
    {
        foreach (var type in Transforms)
        {
            foreach (var resolver in new[] { "stylesheetResolver", "resolver" }) Followed(model, type, "Load", "stylesheet|stylesheetUri", resolver);
            Followed(model, type, "Transform", "input|inputUri", "documentResolver");
            Followed(model, type, "Transform", "this", "documentResolver");
        }
    }

    private static void Schemas(FlowModel model)
    {
        Followed(model, "System.Xml.Schema.XmlSchemaSet", "Add", "schemaDocument|schemaUri|schema", "this");
        Followed(model, "System.Xml.Schema.XmlSchemaSet", "XmlResolver", "this", "value");
        Followed(model, "System.Xml.Schema.XmlSchemaCollection", "Add", "*", "resolver");
        Followed(model, "System.Xml.Schema.XmlSchema", "Compile", "this", "resolver");
    }
}
