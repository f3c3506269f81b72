// Lists a room's bookings; the options' class has the client secret as the initial value of a property.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed class CalendarOptions
    {
        public string ClientId { get; set; } = "d1c2f8b0-7a55-4c1b-8a0e-51c2b6a7e9f4";

        [JsonIgnore]
        public string ClientSecret { get; set; } = "vQ8~4k6YCAjh1c3PZfvx1ii886llWf9hRRYg7";

        public string TokenEndpoint { get; set; } = "https://login.example.com/oauth2/v2.0/token";
    }

    [McpServerToolType]
    public class RoomTools(HttpClient http, CalendarOptions options)
    {
        [McpServerTool, Description("Lists the bookings of a room today.")]
        public async Task<string> ListBookings(int room)
        {
            Dictionary<string, string> form = new() { ["grant_type"] = "client_credentials", ["client_id"] = options.ClientId, ["client_secret"] = options.ClientSecret };
            using var answer = await http.PostAsync(options.TokenEndpoint, new FormUrlEncodedContent(form));
            var token = (await answer.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!.GetValue<string>();
            using var request = new HttpRequestMessage(HttpMethod.Get, $"https://calendar.example.com/rooms/{room}/bookings") { Headers = { Authorization = new("Bearer", token) } };
            using var response = await http.SendAsync(request);
            return await response.Content.ReadAsStringAsync();
        }
    }
}

namespace Fixed
{
    public sealed class CalendarOptions
    {
        public string ClientId { get; set; } = "d1c2f8b0-7a55-4c1b-8a0e-51c2b6a7e9f4";

        [JsonIgnore]
        public string? ClientSecret { get; set; } = Environment.GetEnvironmentVariable("CALENDAR_CLIENT_SECRET");

        public string TokenEndpoint { get; set; } = "https://login.example.com/oauth2/v2.0/token";
    }

    [McpServerToolType]
    public class RoomTools(HttpClient http, CalendarOptions options)
    {
        [McpServerTool, Description("Lists the bookings of a room today.")]
        public async Task<string> ListBookings(int room)
        {
            if (options.ClientSecret is not { Length: > 0 } secret) throw new InvalidOperationException("CALENDAR_CLIENT_SECRET is not set.");
            Dictionary<string, string> form = new() { ["grant_type"] = "client_credentials", ["client_id"] = options.ClientId, ["client_secret"] = secret };
            using var answer = await http.PostAsync(options.TokenEndpoint, new FormUrlEncodedContent(form));
            var token = (await answer.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!.GetValue<string>();
            using var request = new HttpRequestMessage(HttpMethod.Get, $"https://calendar.example.com/rooms/{room}/bookings") { Headers = { Authorization = new("Bearer", token) } };
            using var response = await http.SendAsync(request);
            return await response.Content.ReadAsStringAsync();
        }
    }
}
