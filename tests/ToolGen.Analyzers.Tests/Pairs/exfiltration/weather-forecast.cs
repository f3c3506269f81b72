// Fetches a forecast; the key stands in the address, and the address stands in the text of an error.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class WeatherPlugin
    {
        private readonly HttpClient http;
        private readonly string? apiKey = Environment.GetEnvironmentVariable("WEATHER_KEY");

        public WeatherPlugin(HttpClient http) => this.http = http;

        [KernelFunction, Description("Forecast of a city.")]
        public async Task<string> ForecastAsync(string city)
        {
            var address = $"https://weather.example.com/v1/forecast?key={this.apiKey}&city={Uri.EscapeDataString(city)}";
            try
            {
                return await this.http.GetStringAsync(address);
            }
            catch (HttpRequestException e)
            {
                return $"The request {address} failed: {e.Message}";
            }
        }
    }
}

namespace Fixed
{
    public class WeatherPlugin
    {
        private readonly HttpClient http;
        private readonly string? apiKey = Environment.GetEnvironmentVariable("WEATHER_KEY");

        public WeatherPlugin(HttpClient http) => this.http = http;

        [KernelFunction, Description("Forecast of a city.")]
        public async Task<string> ForecastAsync(string city, CancellationToken cancellationToken = default)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"https://weather.example.com/v1/forecast?city={Uri.EscapeDataString(city)}");
            request.Headers.Authorization = new("Bearer", this.apiKey);
            using var response = await this.http.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode
                ? await response.Content.ReadAsStringAsync(cancellationToken)
                : $"There is no forecast (status {(int)response.StatusCode}).";
        }
    }
}
