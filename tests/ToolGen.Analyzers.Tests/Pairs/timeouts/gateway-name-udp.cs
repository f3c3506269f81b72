// Asks a gateway over UDP for its name; a lost packet leaves the tool waiting for an answer that never comes.
using System;
using System.ComponentModel;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public class GatewayTools
    {
        [McpServerTool(Name = "gateway_name"), Description("Name of a gateway, by its number.")]
        public async Task<string> NameAsync(ushort number)
        {
            using var udp = new UdpClient();
            udp.Connect(new IPEndPoint(new IPAddress([10, 20, (byte)(number >> 8), (byte)number]), 5683));
            await udp.SendAsync("NAME?"u8.ToArray());
            var answer = await udp.ReceiveAsync();
            return Encoding.UTF8.GetString(answer.Buffer);
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public class GatewayTools
    {
        [McpServerTool(Name = "gateway_name"), Description("Name of a gateway, by its number.")]
        public async Task<string> NameAsync(ushort number, CancellationToken cancellationToken)
        {
            using var udp = new UdpClient();
            udp.Connect(new IPEndPoint(new IPAddress([10, 20, (byte)(number >> 8), (byte)number]), 5683));
            for (var attempt = 0; attempt < 3; attempt++)
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                limit.CancelAfter(TimeSpan.FromSeconds(2));
                await udp.SendAsync("NAME?"u8.ToArray(), limit.Token);
                try
                {
                    var answer = await udp.ReceiveAsync(limit.Token);
                    return Encoding.UTF8.GetString(answer.Buffer);
                }
                catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
                {
                }
            }

            return "no answer";
        }
    }
}
