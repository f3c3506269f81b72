// Installs an add-on after its digest was compared with the published one; the digest is MD5, for which a second package can be prepared.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public interface IAddOns
    {
        string PublishedDigest(int addOn);

        void Install(int addOn, byte[] package);
    }

    [McpServerToolType]
    public class AddOnTools(HttpClient http, IAddOns addOns)
    {
        [McpServerTool, Description("Downloads an add-on, checks it and installs it.")]
        public async Task<string> InstallAddOn(int addOn, CancellationToken cancellationToken)
        {
            var package = await http.GetByteArrayAsync($"https://mirror.example.net/add-ons/{addOn}.zip", cancellationToken);
            var digest = Convert.ToHexString(MD5.HashData(package));
            if (!digest.Equals(addOns.PublishedDigest(addOn), StringComparison.OrdinalIgnoreCase)) throw new McpException("The package was changed.");
            addOns.Install(addOn, package);
            return $"{package.Length} bytes installed";
        }
    }
}

namespace Fixed
{
    public interface IAddOns
    {
        string PublishedDigest(int addOn);

        byte[]? Cached(int addOn);

        void Install(int addOn, byte[] package);
    }

    [McpServerToolType]
    public class AddOnTools(HttpClient http, IAddOns addOns)
    {
        [McpServerTool, Description("Downloads an add-on, checks it and installs it.")]
        public async Task<string> InstallAddOn(int addOn, CancellationToken cancellationToken)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"https://mirror.example.net/add-ons/{addOn}.zip");
            if (addOns.Cached(addOn) is { } old)
                request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"" + Convert.ToHexString(MD5.HashData(old)) + "\""));
            using var response = await http.SendAsync(request, cancellationToken);
            if (response.StatusCode == System.Net.HttpStatusCode.NotModified) return "nothing new";
            var package = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            var digest = Convert.ToHexString(SHA256.HashData(package));
            if (!digest.Equals(addOns.PublishedDigest(addOn), StringComparison.OrdinalIgnoreCase)) throw new McpException("The package was changed.");
            addOns.Install(addOn, package);
            return $"{package.Length} bytes installed";
        }
    }
}
