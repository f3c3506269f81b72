// Fetches the headlines of a feed; CancellationToken.None stands where the call's own token belongs.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using System.Xml;
using System.Xml.Linq;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class NewsPlugin
    {
        private readonly HttpClient http;

        public NewsPlugin(HttpClient http)
        {
            this.http = http;
            this.http.MaxResponseContentBufferSize = 1_000_000;
            this.http.Timeout = Timeout.InfiniteTimeSpan;
        }

        [KernelFunction("headlines"), Description("Headlines of a section: world, sport or science.")]
        public async Task<IEnumerable<string>> HeadlinesAsync(string section, CancellationToken cancellationToken = default)
        {
            var feed = section switch { "world" => "world", "sport" => "sport", "science" => "science", _ => throw new ArgumentException("unknown section") };
            var text = await http.GetStringAsync(new Uri($"https://news.example.com/{feed}.xml"), CancellationToken.None);
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return XDocument.Load(reader).Descendants("title").Take(20).Select(t => t.Value).ToList();
        }
    }
}

namespace Fixed
{
    public class NewsPlugin
    {
        private readonly HttpClient http;

        public NewsPlugin(HttpClient http)
        {
            this.http = http;
            this.http.MaxResponseContentBufferSize = 1_000_000;
            this.http.Timeout = TimeSpan.FromSeconds(10);
        }

        [KernelFunction("headlines"), Description("Headlines of a section: world, sport or science.")]
        public async Task<IEnumerable<string>> HeadlinesAsync(string section, CancellationToken cancellationToken = default)
        {
            var feed = section switch { "world" => "world", "sport" => "sport", "science" => "science", _ => throw new ArgumentException("unknown section") };
            var text = await http.GetStringAsync(new Uri($"https://news.example.com/{feed}.xml"), cancellationToken);
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return XDocument.Load(reader).Descendants("title").Take(20).Select(t => t.Value).ToList();
        }
    }
}
