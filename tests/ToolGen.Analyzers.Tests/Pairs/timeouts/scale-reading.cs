// Reads the weight from a scale over TCP; a scale that accepts and says nothing holds the thread.
using System;
using System.ComponentModel;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class ScaleTools
    {
        [McpServerTool(Name = "read_weight"), Description("Weight on the scale of a loading dock, in kg.")]
        public static double ReadWeight([Description("Dock 1 to 8")] int dock)
        {
            if (dock is < 1 or > 8) throw new ArgumentException("docks are 1 to 8");

            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            socket.Connect($"scale-{dock}.example.org", 4001);
            socket.Send("W\r\n"u8);
            var buffer = new byte[32];
            var length = socket.Receive(buffer);
            return double.Parse(Encoding.ASCII.GetString(buffer, 0, length).Trim(), CultureInfo.InvariantCulture);
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class ScaleTools
    {
        [McpServerTool(Name = "read_weight"), Description("Weight on the scale of a loading dock, in kg.")]
        public static async Task<double> ReadWeightAsync([Description("Dock 1 to 8")] int dock, CancellationToken cancellationToken)
        {
            if (dock is < 1 or > 8) throw new ArgumentException("docks are 1 to 8");

            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(5000);
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync($"scale-{dock}.example.org", 4001, limit.Token);
            await socket.SendAsync("W\r\n"u8.ToArray(), limit.Token);
            var buffer = new byte[32];
            var length = await socket.ReceiveAsync(buffer, limit.Token);
            return double.Parse(Encoding.ASCII.GetString(buffer, 0, length).Trim(), CultureInfo.InvariantCulture);
        }
    }
}
