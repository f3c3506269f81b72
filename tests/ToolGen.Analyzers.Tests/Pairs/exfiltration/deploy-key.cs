// Helps with a deploy key; the private key itself is returned.
using System;
using System.ComponentModel;
using System.IO;
using System.Security.Cryptography;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class DeployKeyPlugin
    {
        private static readonly string KeyFile = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".ssh", "deploy_ed25519");

        [KernelFunction("deploy_key"), Description("Describes the key that deployments use.")]
        public async Task<string> DescribeAsync()
        {
            if (!File.Exists(KeyFile)) return "There is no deploy key.";
            var written = File.GetLastWriteTimeUtc(KeyFile);
            return $"Key of {written:yyyy-MM-dd}:{Environment.NewLine}{await File.ReadAllTextAsync(KeyFile)}";
        }
    }
}

namespace Fixed
{
    public sealed class DeployKeyPlugin
    {
        private static readonly string KeyFile = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".ssh", "deploy_ed25519.pub");

        [KernelFunction("deploy_key"), Description("Describes the key that deployments use.")]
        public async Task<string> DescribeAsync()
        {
            if (!File.Exists(KeyFile)) return "There is no deploy key.";
            var written = File.GetLastWriteTimeUtc(KeyFile);
            var parts = (await File.ReadAllTextAsync(KeyFile)).Split(' ');
            var fingerprint = Convert.ToBase64String(SHA256.HashData(Convert.FromBase64String(parts[1]))).TrimEnd('=');
            return $"Key of {written:yyyy-MM-dd}, SHA256:{fingerprint}";
        }
    }
}
