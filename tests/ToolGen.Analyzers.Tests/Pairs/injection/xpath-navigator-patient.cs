// Shows the appointments of a patient from an XML export; surname and birth date are concatenated into the XPath of a navigator.
using System.Collections.Generic;
using System.ComponentModel;
using System.Xml.XPath;
using System.Xml.Xsl;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class AppointmentPlugin(XPathDocument export)
    {
        [KernelFunction, Description("Lists a patient's appointments. Surname and date of birth must both be given.")]
        public List<string> ListAppointments(string surname, string dateOfBirth)
        {
            var navigator = export.CreateNavigator();
            var expression = "//patient[surname='" + surname + "' and born='" + dateOfBirth + "']/appointment/@when";
            var list = new List<string>();
            foreach (XPathNavigator hit in navigator.Select(expression)) list.Add(hit.Value);
            return list;
        }
    }
}

namespace Fixed
{
    public class AppointmentPlugin(XPathDocument export)
    {
        private static readonly XPathExpression Query = XPathExpression.Compile("//patient[surname=$surname and born=$born]/appointment/@when");

        [KernelFunction, Description("Lists a patient's appointments. Surname and date of birth must both be given.")]
        public List<string> ListAppointments(string surname, string dateOfBirth)
        {
            var query = Query.Clone();
            query.SetContext(new Variables { ["surname"] = surname, ["born"] = dateOfBirth });
            var list = new List<string>();
            foreach (XPathNavigator hit in export.CreateNavigator().Select(query)) list.Add(hit.Value);
            return list;
        }
    }

    internal sealed class Variables : XsltContext
    {
        private readonly Dictionary<string, string> values = [];

        public string this[string name] { set => this.values[name] = value; }

        public override bool Whitespace => true;

        public override bool PreserveWhitespace(XPathNavigator node) => true;

        public override int CompareDocument(string baseUri, string nextbaseUri) => 0;

        public override IXsltContextFunction ResolveFunction(string prefix, string name, XPathResultType[] argTypes) => throw new XPathException("no function " + name);

        public override IXsltContextVariable ResolveVariable(string prefix, string name) => new Text(this.values[name]);

        private sealed record Text(string Value) : IXsltContextVariable
        {
            public bool IsLocal => false;

            public bool IsParam => true;

            public XPathResultType VariableType => XPathResultType.String;

            public object Evaluate(XsltContext xsltContext) => this.Value;
        }
    }
}
