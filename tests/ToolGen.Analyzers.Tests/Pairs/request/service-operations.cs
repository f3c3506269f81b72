// Lists the operations of a SOAP service; the reader opens whatever location it is given.
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Net.Http;
using System.Threading.Tasks;
using System.Xml;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public class SoapFunctions
    {
        public IList<AITool> Tools => [AIFunctionFactory.Create(this.Operations, "soap_operations")];

        [Description("Operations of a SOAP service.")]
        public List<string> Operations([Description("Location of the WSDL")] string wsdl)
        {
            var names = new List<string>();
            using var reader = XmlReader.Create(wsdl, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            while (reader.ReadToFollowing("operation", "http://schemas.xmlsoap.org/wsdl/"))
                if (reader.GetAttribute("name") is { } name) names.Add(name);
            return names;
        }
    }
}

namespace Fixed
{
    public class SoapFunctions(HttpClient http)
    {
        private static readonly ImmutableDictionary<int, Uri> Catalog = ImmutableDictionary.CreateRange(new Dictionary<int, Uri>
        {
            [1] = new("https://soap.example.com/billing?wsdl"),
            [2] = new("https://soap.example.com/customers?wsdl"),
        });

        public IList<AITool> Tools => [AIFunctionFactory.Create(this.Operations, "soap_operations")];

        [Description("Operations of a SOAP service.")]
        public async Task<List<string>> Operations([Description("1: billing, 2: customers")] int service)
        {
            var names = new List<string>();
            if (!Catalog.TryGetValue(service, out var wsdl)) return names;
            await using var stream = await http.GetStreamAsync(wsdl);
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.ReadToFollowing("operation", "http://schemas.xmlsoap.org/wsdl/"))
                if (reader.GetAttribute("name") is { } name) names.Add(name);
            return names;
        }
    }
}
