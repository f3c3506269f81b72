// Makes passwords after a policy and keeps them in a vault service; the vault's root token is a constant among harmless ones.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public class VaultTools(HttpClient http)
    {
        private const string PasswordAlphabet = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        private const string TokenHeader = "X-Vault-Token";
        private const string RootToken = "vlt.root.CyBj75KdUitmxkwuwYTaYsyg";

        [McpServerTool, Description("Makes a new password for an account and keeps it in the vault.")]
        public async Task<string> RotatePassword(Guid account)
        {
            var password = RandomNumberGenerator.GetString(PasswordAlphabet, 24);
            using var request = new HttpRequestMessage(HttpMethod.Put, $"https://vault.example.com/v1/accounts/{account}");
            request.Headers.Add(TokenHeader, RootToken);
            request.Content = JsonContent.Create(new { password });
            using var response = await http.SendAsync(request);
            return response.IsSuccessStatusCode ? "rotated" : "not rotated";
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public class VaultTools(HttpClient http)
    {
        private const string PasswordAlphabet = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        private const string TokenHeader = "X-Vault-Token";
        private const string TokenVariable = "VAULT_TOKEN";

        [McpServerTool, Description("Makes a new password for an account and keeps it in the vault.")]
        public async Task<string> RotatePassword(Guid account)
        {
            var password = RandomNumberGenerator.GetString(PasswordAlphabet, 24);
            using var request = new HttpRequestMessage(HttpMethod.Put, $"https://vault.example.com/v1/accounts/{account}");
            request.Headers.Add(TokenHeader, Environment.GetEnvironmentVariable(TokenVariable) ?? throw new InvalidOperationException(TokenVariable + " is not set."));
            request.Content = JsonContent.Create(new { password });
            using var response = await http.SendAsync(request);
            return response.IsSuccessStatusCode ? "rotated" : "not rotated";
        }
    }
}
