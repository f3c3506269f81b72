// Formats an account statement with a stylesheet of the caller; an extension object gives stylesheets the files of the machine.
using System.ComponentModel;
using System.Globalization;
using System.IO;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Xsl;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class SheetFunctions
    {
        public string Money(double value) => value.ToString("N2", CultureInfo.InvariantCulture);

        public string Text(string path) => File.ReadAllText(path);

        public string Environment(string name) => System.Environment.GetEnvironmentVariable(name) ?? "";
    }

    public sealed class StatementPlugin
    {
        [KernelFunction("format_statement"), Description("Formats an account statement with an XSLT stylesheet.")]
        public string FormatStatement(string statement, string stylesheet)
        {
            var transform = new XslCompiledTransform();
            transform.Load(XElement.Parse(stylesheet).CreateReader(), XsltSettings.Default, null);
            var arguments = new XsltArgumentList();
            arguments.AddExtensionObject("urn:statement", new SheetFunctions());
            using var output = new StringWriter();
            transform.Transform(XElement.Parse(statement).CreateReader(), arguments, output);
            return output.ToString();
        }
    }
}

namespace Fixed
{
    public sealed class SheetFunctions
    {
        public string Money(double value) => value.ToString("N2", CultureInfo.InvariantCulture);

        public string Upper(string text) => text.ToUpperInvariant();
    }

    public sealed class StatementPlugin
    {
        [KernelFunction("format_statement"), Description("Formats an account statement with an XSLT stylesheet.")]
        public string FormatStatement(string statement, string stylesheet)
        {
            var transform = new XslCompiledTransform();
            transform.Load(XElement.Parse(stylesheet).CreateReader(), XsltSettings.Default, null);
            var arguments = new XsltArgumentList();
            arguments.AddExtensionObject("urn:statement", new SheetFunctions());
            using var output = new StringWriter();
            transform.Transform(XElement.Parse(statement).CreateReader(), arguments, output);
            return output.ToString();
        }
    }
}
