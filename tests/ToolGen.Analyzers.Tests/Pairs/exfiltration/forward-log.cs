// Forwards the last lines of a log to a collector; they are sent first and cleaned afterwards, to a host from the arguments.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class LogForwarder
    {
        public AIFunction Function => AIFunctionFactory.Create(ForwardAsync, "forward_log", "Forwards the last lines of the service's log to a collector.");

        private static async Task<List<string>> ForwardAsync(string collector, int lines, CancellationToken ct)
        {
            var tail = File.ReadLines("/var/log/shop/service.log").TakeLast(lines).ToList();
            using var client = new TcpClient();
            await client.ConnectAsync(collector, 514, ct);
            await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(string.Join('\n', tail)), ct);
            return tail.ConvertAll(line => Regex.Replace(line, "(?i)(token|key|password)=[^ ]+", "$1=***"));
        }
    }
}

namespace Fixed
{
    public sealed class LogForwarder
    {
        private const string Collector = "collector.example.com";

        public AIFunction Function => AIFunctionFactory.Create(ForwardAsync, "forward_log", "Forwards the last events of the service's log to the collector.");

        private static async Task<int> ForwardAsync([Description("1 to 500")] int lines, CancellationToken ct)
        {
            var events = File.ReadLines("/var/log/shop/service.log").TakeLast(Math.Clamp(lines, 1, 500)).Select(Shape).ToList();
            using var client = new TcpClient();
            await client.ConnectAsync(Collector, 514, ct);
            await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(string.Join('\n', events)), ct);
            return events.Count;
        }

        private static string Shape(string line) => line.Split(' ') is [var time, var level, var id, ..] && int.TryParse(id, out var number) ? $"{time} {level} {number}" : "-";
    }
}
