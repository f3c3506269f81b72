// Signs in to a customer system; the access token is the tool's answer.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Configuration;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record TokenAnswer([property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);

    [McpServerToolType]
    public sealed class CrmTools(HttpClient http, IConfiguration configuration)
    {
        [McpServerTool, Description("Signs in to the customer system.")]
        public async Task<string> SignIn(CancellationToken ct)
        {
            using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", configuration["Crm:Id"]), new("client_secret", configuration["Crm:Secret"])]);
            using var response = await http.PostAsync("https://crm.example.com/token", form, ct);
            var token = await response.Content.ReadFromJsonAsync<TokenAnswer>(ct);
            return $"Signed in. Token: {token!.AccessToken} (valid for {token.ExpiresIn} s)";
        }
    }
}

namespace Fixed
{
    public sealed record TokenAnswer([property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);

    public sealed class CrmSession
    {
        public string? AccessToken { get; set; }
    }

    [McpServerToolType]
    public sealed class CrmTools(HttpClient http, IConfiguration configuration, CrmSession session)
    {
        [McpServerTool, Description("Signs in to the customer system.")]
        public async Task<string> SignIn(CancellationToken ct)
        {
            using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", configuration["Crm:Id"]), new("client_secret", configuration["Crm:Secret"])]);
            using var response = await http.PostAsync("https://crm.example.com/token", form, ct);
            var token = await response.Content.ReadFromJsonAsync<TokenAnswer>(ct);
            session.AccessToken = token!.AccessToken;
            return $"Signed in for {token.ExpiresIn} s.";
        }
    }
}
