// Opens a remote support session; the session's id is made of the clock and a Random that is seeded with it.
using System;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public class SupportSessions
    {
        private readonly ConcurrentDictionary<string, string> sessions = new();

        public AITool[] Tools => [AIFunctionFactory.Create(this.Open, "open_session"), AIFunctionFactory.Create(this.Join, "join_session")];

        private string Open(string device)
        {
            string id;
            do
            {
                id = NextId();
            }
            while (!this.sessions.TryAdd(id, device));
            return id;
        }

        private string Join(string id) => this.sessions.TryGetValue(id, out var device) ? "joined " + device : "no such session";

        private static string NextId()
        {
            var random = new Random(Environment.TickCount);
            return $"{DateTime.UtcNow:HHmm}-{random.Next(100_000, 999_999)}-{random.NextInt64():x}";
        }
    }
}

namespace Fixed
{
    public class SupportSessions
    {
        private readonly ConcurrentDictionary<string, string> sessions = new();

        public AITool[] Tools => [AIFunctionFactory.Create(this.Open, "open_session"), AIFunctionFactory.Create(this.Join, "join_session")];

        private string Open(string device)
        {
            string id;
            do
            {
                id = NextId();
            }
            while (!this.sessions.TryAdd(id, device));
            return id;
        }

        private string Join(string id) => this.sessions.TryGetValue(id, out var device) ? "joined " + device : "no such session";

        private static string NextId()
        {
            Span<byte> bytes = stackalloc byte[16];
            RandomNumberGenerator.Fill(bytes);
            return $"{DateTime.UtcNow:HHmm}-{Convert.ToHexStringLower(bytes)}";
        }
    }
}
