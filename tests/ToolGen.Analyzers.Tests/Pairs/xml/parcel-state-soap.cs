// Asks a carrier for the state of a parcel; the answer is loaded by a document that resolves external parts.
using System.Threading;
using System.Threading.Tasks;
using System.IO;
using System.Xml;
using ToolGen;

namespace Vulnerable
{
    public sealed class ParcelTools
    {
        /// <summary>The state of a parcel.</summary>
        [Tool(ReadOnly = true, Capabilities = ["http GET https://carrier.example.com/track/*"])]
        public async Task<string> ParcelState(long parcel, ToolContext context, CancellationToken cancellationToken)
        {
            var answer = await context.Http.SendAsync(new ToolHttpRequest("GET", $"https://carrier.example.com/track/{parcel}"), cancellationToken);
            var document = Load(answer.Body.ToArray());
            return document.SelectSingleNode("//*[local-name()='State']")?.InnerText ?? "unknown";
        }

        private static XmlDocument Load(byte[] body)
        {
            var document = new XmlDocument();
            document.XmlResolver = new XmlUrlResolver();
            document.Load(new MemoryStream(body));
            return document;
        }
    }
}

namespace Fixed
{
    public sealed class ParcelTools
    {
        private static readonly XmlReaderSettings Plain = new() { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = 1_000_000 };

        /// <summary>The state of a parcel.</summary>
        [Tool(ReadOnly = true, Capabilities = ["http GET https://carrier.example.com/track/*"])]
        public async Task<string> ParcelState(long parcel, ToolContext context, CancellationToken cancellationToken)
        {
            var answer = await context.Http.SendAsync(new ToolHttpRequest("GET", $"https://carrier.example.com/track/{parcel}"), cancellationToken);
            var document = Load(answer.Body.ToArray());
            return document.SelectSingleNode("//*[local-name()='State']")?.InnerText ?? "unknown";
        }

        private static XmlDocument Load(byte[] body)
        {
            var document = new XmlDocument();
            using var reader = XmlReader.Create(new MemoryStream(body), Plain);
            document.Load(reader);
            return document;
        }
    }
}
