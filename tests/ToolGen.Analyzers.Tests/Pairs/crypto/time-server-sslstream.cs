// Asks a company's time server over TLS; the stream's callback logs errors of the certificate and goes on.
using System;
using System.IO;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public static class TimeTools
    {
        /// <summary>Asks the company's time server.</summary>
        [Tool(ReadOnly = true)]
        public static async Task<string?> AskTime(ToolContext context, CancellationToken cancellationToken)
        {
            using var tcp = new TcpClient();
            await tcp.ConnectAsync("time.example.com", 4443, cancellationToken);
            await using var tls = new SslStream(tcp.GetStream(), false, Validate);
            await tls.AuthenticateAsClientAsync("time.example.com");
            await tls.WriteAsync("NOW\n"u8.ToArray(), cancellationToken);
            using var reader = new StreamReader(tls, Encoding.ASCII);
            return await reader.ReadLineAsync(cancellationToken);

            bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
            {
                if (errors != SslPolicyErrors.None) context.Log("certificate: " + errors);
                return true;
            }
        }
    }
}

namespace Fixed
{
    public static class TimeTools
    {
        /// <summary>Asks the company's time server.</summary>
        [Tool(ReadOnly = true)]
        public static async Task<string?> AskTime(ToolContext context, CancellationToken cancellationToken)
        {
            using var tcp = new TcpClient();
            await tcp.ConnectAsync("time.example.com", 4443, cancellationToken);
            await using var tls = new SslStream(tcp.GetStream(), false, Validate);
            await tls.AuthenticateAsClientAsync("time.example.com", null, checkCertificateRevocation: true);
            await tls.WriteAsync("NOW\n"u8.ToArray(), cancellationToken);
            using var reader = new StreamReader(tls, Encoding.ASCII);
            return await reader.ReadLineAsync(cancellationToken);

            bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
            {
                if (errors != SslPolicyErrors.None) context.Log("certificate: " + errors);
                return errors == SslPolicyErrors.None;
            }
        }
    }
}
