// Resets the counters of a machine after a password is given; the password is compared with a literal.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public class CounterTools
    {
        private readonly Dictionary<string, int> counters = new() { ["cuts"] = 1204, ["jams"] = 3 };

        [McpServerTool(Destructive = true), Description("Resets a machine's counters. Needs the supervisor's password.")]
        public string ResetCounters(string supervisorPassword)
        {
            if (supervisorPassword != "Fraese!Halle2-Sued") return "wrong password";
            foreach (var name in this.counters.Keys) this.counters[name] = 0;
            return "reset";
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public class CounterTools(IConfiguration configuration)
    {
        private const string WrongPassword = "wrong password";
        private const int PasswordHashIterations = 600_000;

        private readonly Dictionary<string, int> counters = new() { ["cuts"] = 1204, ["jams"] = 3 };

        [McpServerTool(Destructive = true), Description("Resets a machine's counters. Needs the supervisor's password.")]
        public string ResetCounters(string supervisorPassword)
        {
            var salt = Convert.FromBase64String(configuration["Supervisor:Salt"]!);
            var expected = Convert.FromBase64String(configuration["Supervisor:Hash"]!);
            var actual = Rfc2898DeriveBytes.Pbkdf2(supervisorPassword, salt, PasswordHashIterations, HashAlgorithmName.SHA256, expected.Length);
            if (!CryptographicOperations.FixedTimeEquals(actual, expected)) return WrongPassword;
            foreach (var name in this.counters.Keys) this.counters[name] = 0;
            return "reset";
        }
    }
}
