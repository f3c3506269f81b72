using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using System.Xml.Xsl;
using ModelContextProtocol.Server;

internal static class FlowsWhereACallerOpensTheSettings
{
    [McpServerTool] public static string Strict(string page) => Read(page, new XmlReaderSettings());
    [McpServerTool] public static string Open(string page) => Read(page, new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() });
    private static string Read(string page, XmlReaderSettings how) { using var reader = XmlReader.Create(new StringReader(page), how); reader.MoveToContent(); return reader.Name; }
}

internal static class StopsWhereNoCallerOpensTheSettings
{
    [McpServerTool] public static string Strict(string page) => Read(page, new XmlReaderSettings());
    [McpServerTool] public static string Quiet(string page) => Read(page, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = new XmlUrlResolver() });
    [McpServerTool] public static string Ours() => Read("<a/>", new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() });
    private static string Read(string page, XmlReaderSettings how) { using var reader = XmlReader.Create(new StringReader(page), how); reader.MoveToContent(); return reader.Name; }
}

internal static class FlowsWhereACallersCallerOpensThem
{
    [McpServerTool] public static string Open(string page) { var how = new XmlReaderSettings { XmlResolver = new XmlUrlResolver() }; how.DtdProcessing = DtdProcessing.Parse; return Middle(how, page); }
    private static string Middle(XmlReaderSettings how, string page) => Read(page, how);
    private static string Read(string page, XmlReaderSettings how) { using var reader = XmlReader.Create(new StringReader(page), how); reader.MoveToContent(); return reader.Name; }
}

internal static class StopsWhereTheHelperShutsThem
{
    [McpServerTool] public static string Open(string page) => Read(page, new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() });
    private static string Read(string page, XmlReaderSettings how) { how.XmlResolver = null; using var reader = XmlReader.Create(new StringReader(page), how); reader.MoveToContent(); return reader.Name; }
}

internal static class FlowsWhereACallerGivesTheResolver
{
    [McpServerTool] public static string Open(string page) => Read(page, new XmlUrlResolver());
    private static string Read(string page, XmlResolver? parts) { using var reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = parts }); reader.MoveToContent(); return reader.Name; }
}

internal static class StopsWhereACallerGivesNone
{
    [McpServerTool] public static string Open(string page) => Read(page, null);
    private static string Read(string page, XmlResolver? parts) { using var reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = parts }); reader.MoveToContent(); return reader.Name; }
}

internal static class FlowsWhereTheReaderWasMadeWithOpenSettings
{
    private sealed class Pages(XmlReaderSettings how) { public string First(string page) { using var reader = XmlReader.Create(new StringReader(page), how); reader.MoveToContent(); return reader.Name; } }
    [McpServerTool] public static string Open(string page) => new Pages(new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() }).First(page);
}

internal static class StopsWhereTheReaderWasMadeWithStrictSettings
{
    private sealed class Pages(XmlReaderSettings how) { public string First(string page) { using var reader = XmlReader.Create(new StringReader(page), how); reader.MoveToContent(); return reader.Name; } }
    [McpServerTool] public static string Strict(string page) => new Pages(new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit }).First(page);
}

internal static class FlowsThroughADocumentThatACallerMade
{
    [McpServerTool] public static void Open(string page) => Fill(new XmlDocument { XmlResolver = new XmlUrlResolver() }, page);
    private static void Fill(XmlDocument into, string page) => into.LoadXml(page);
}

internal static class FlowsThroughAResolverOfOnesOwn
{
    private sealed class Loose(string root) : XmlResolver
    {
        public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn) => absoluteUri.LocalPath.Contains(root) ? new FileStream(absoluteUri.LocalPath, FileMode.Open) : null;
    }

    [McpServerTool]
    public static string Call(string page)
    {
        using var reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new Loose("/srv/parts") });
        reader.MoveToContent();
        return reader.Name;
    }
}

internal static class FlowsThroughAResolverThatPassesOn
{
    private sealed class Counting : XmlResolver
    {
        private readonly XmlUrlResolver inner = new();
        public int Count { get; private set; }
        public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn) { this.Count++; return this.inner.GetEntity(absoluteUri, role, ofObjectToReturn); }
    }

    [McpServerTool] public static void Call(string rules) { var set = new XmlSchemaSet { XmlResolver = new Counting() }; set.Add(null, XmlReader.Create(new StringReader(rules))); }
}

internal static class StopsAtAResolverThatChecks
{
    private sealed class Confined(string root) : XmlResolver
    {
        private readonly string home = Path.GetFullPath(root) + Path.DirectorySeparatorChar;
        public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn)
        {
            var place = Path.GetFullPath(absoluteUri.LocalPath);
            if (!place.StartsWith(this.home, StringComparison.Ordinal)) throw new XmlException("not one of ours");
            return File.OpenRead(place);
        }
    }

    [McpServerTool] public static void Call(string rules) { var set = new XmlSchemaSet { XmlResolver = new Confined("/srv/parts") }; set.Add(null, XmlReader.Create(new StringReader(rules))); }
}

internal static class StopsAtAResolverThatRefuses
{
    private sealed class Shut : XmlUrlResolver
    {
        public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn) => throw new XmlException("nothing is loaded");
    }

    [McpServerTool]
    public static string Call(string page)
    {
        using var reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new Shut() });
        reader.MoveToContent();
        return reader.Name;
    }
}

internal static class FlowsThroughWhatAStylesheetMayCall
{
    private sealed class Helpers(HttpClient http)
    {
        public string Pad(string text) => text.PadLeft(10);
        public string Fetch(string place) => http.GetStringAsync(place).Result;
    }

    [McpServerTool]
    public static string Call(string sheet, HttpClient http)
    {
        var how = new XslCompiledTransform();
        how.Load(XmlReader.Create(new StringReader(sheet)));
        using var text = new StringWriter();
        how.Transform(new XDocument(new XElement("list")).CreateReader(), Offered(new Helpers(http)), text);
        return text.ToString();
    }

    private static XsltArgumentList Offered(object helpers) { var offered = new XsltArgumentList(); offered.AddExtensionObject("urn:h", helpers); return offered; }
}

internal static class StopsAtHarmlessThingsThatAStylesheetMayCall
{
    private sealed class Helpers { public string Pad(string text) => text.PadLeft(10); public double Half(double number) => number / 2; }
    [McpServerTool]
    public static string Call(string sheet)
    {
        var how = new XslCompiledTransform();
        how.Load(XmlReader.Create(new StringReader(sheet)));
        var offered = new XsltArgumentList();
        offered.AddExtensionObject("urn:h", new Helpers());
        using var text = new StringWriter();
        how.Transform(new XDocument(new XElement("list")).CreateReader(), offered, text);
        return text.ToString();
    }
}
