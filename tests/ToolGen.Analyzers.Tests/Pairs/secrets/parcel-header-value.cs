// Tracks a parcel; the client is configured with a key as the literal value of a header.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Configuration;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record Tracking(string State, DateTimeOffset At);

    public static class Setup
    {
        public static IServiceCollection AddParcels(this IServiceCollection services)
        {
            services.AddHttpClient("parcels", c =>
            {
                c.BaseAddress = new Uri("https://parcels.example.com/");
                c.DefaultRequestHeaders.Add("X-Api-Key", "pk_i2ll4rjeo7uq_YwSeowziq8lU1dgGFQOjAIdk");
                c.DefaultRequestHeaders.Add("Accept-Language", "en");
            });
            return services;
        }
    }

    [McpServerToolType]
    public class ParcelTools(IHttpClientFactory clients)
    {
        [McpServerTool, Description("Tells where a parcel is.")]
        public Task<List<Tracking>?> Track(long parcel) => clients.CreateClient("parcels").GetFromJsonAsync<List<Tracking>>($"v1/track/{parcel}");
    }
}

namespace Fixed
{
    public sealed record Tracking(string State, DateTimeOffset At);

    public static class Setup
    {
        public static IServiceCollection AddParcels(this IServiceCollection services, IConfiguration configuration)
        {
            services.AddHttpClient("parcels", c =>
            {
                c.BaseAddress = new Uri("https://parcels.example.com/");
                c.DefaultRequestHeaders.Add("X-Api-Key", configuration.GetRequiredSection("Parcels:ApiKey").Value);
                c.DefaultRequestHeaders.Add("X-Client-Build", "2166b88e372a3b689a12546e8164bd53391b18d1");
                c.DefaultRequestHeaders.Add("Accept-Language", "en");
            });
            return services;
        }
    }

    [McpServerToolType]
    public class ParcelTools(IHttpClientFactory clients)
    {
        [McpServerTool, Description("Tells where a parcel is.")]
        public Task<List<Tracking>?> Track(long parcel) => clients.CreateClient("parcels").GetFromJsonAsync<List<Tracking>>($"v1/track/{parcel}");
    }
}
