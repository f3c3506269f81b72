using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace App;

public static class Server
{
    public static IServiceCollection Add(IServiceCollection services, Stream input, Stream output)
    {
        services.AddSingleton<MonkeyService>();
        services.AddSingleton<IAlerts, Alerts>();
        services.AddSingleton(new HttpClient { BaseAddress = new Uri("http://127.0.0.1/") });

        services.AddMcpServer()
            .WithStreamServerTransport(input, output)
            .WithTools<EchoTool>()
            .WithTools<MonkeyTools>()
            .WithTools<WeatherTools>()
            .WithTools<SampleLlmTool>();
        return services;
    }
}

/// <summary>Says things back.</summary>
[McpServerToolType]
public sealed class EchoTool
{
    [McpServerTool, Description("Echoes the message back to the client.")]
    public static string Echo(string message) => $"hello {message}";

    [McpServerTool(Name = "reverse-text", Title = "Reverse", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false)]
    [Description("Turns a text around.")]
    public static string Reverse([Description("The text."), MaxLength(50)] string text, bool upper = false) =>
        upper ? new string(text.Reverse().ToArray()).ToUpperInvariant() : new string(text.Reverse().ToArray());
}

public sealed record Monkey(string Name, string Location, int Population);

public sealed class MonkeyService
{
    private readonly List<Monkey> monkeys = [new("Baboon", "Africa", 10_000), new("Capuchin", "America", 23_000)];

    public string Country { get; set; } = "";

    public Task<List<Monkey>> AllAsync() => Task.FromResult(this.monkeys);
}

[McpServerToolType]
public sealed class MonkeyTools
{
    /// <summary>Not a tool.</summary>
    public static int Count => 2;

    [McpServerTool, Description("Get a list of monkeys.")]
    public static async Task<List<Monkey>> GetMonkeysAsync(MonkeyService monkeyService) => await monkeyService.AllAsync();

    [McpServerTool(UseStructuredContent = true), Description("Get a monkey by name.")]
    public static async Task<Monkey?> GetMonkey(
        MonkeyService monkeyService,
        [Description("The name of the monkey to get details for")] string name) =>
        (await monkeyService.AllAsync()).FirstOrDefault(monkey => monkey.Name == name);
}

public enum Level { Minor, Severe }

public sealed record Alert(string Area, Level Level);

public interface IAlerts
{
    Task<IReadOnlyList<Alert>> OfAsync(string state, CancellationToken cancellationToken);
}

public sealed class Alerts : IAlerts
{
    public Task<IReadOnlyList<Alert>> OfAsync(string state, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Alert>>([new(state + " coast", Level.Severe)]);
}

[McpServerToolType]
public sealed class WeatherTools
{
    private int calls;

    [McpServerTool, Description("Get weather alerts for a US state code.")]
    public async Task<string> GetAlerts(
        IAlerts alerts,
        HttpClient client,
        [Description("The US state code to get alerts for.")] string state,
        CancellationToken cancellationToken)
    {
        var found = await alerts.OfAsync(state, cancellationToken);
        return string.Join("\n--\n", found.Select(alert => $"{++this.calls}: {alert.Area} {alert.Level} via {client.BaseAddress!.Host}"));
    }

    [McpServerTool(ReadOnly = true), Description("Get weather forecast for a location.")]
    public static double[] GetForecast(double latitude, double longitude, [Range(1, 7)] int days = 3) => [.. Enumerable.Range(0, days).Select(day => Math.Round(latitude + longitude + day, 1))];
}

[McpServerToolType]
public sealed class SampleLlmTool
{
    [McpServerTool(Name = "whoami"), Description("Tells the server's name.")]
    public static string WhoAmI(McpServer thisServer, [Description("How to begin")] string greeting) => $"{greeting} {thisServer.ServerOptions.ServerInfo?.Name}";

    [McpServerTool(Name = "picture"), Description("A picture.")]
    public static ContentBlock Picture() => new TextContentBlock { Text = "a picture" };

    [McpServerTool(Name = "two"), Description("Two.")]
    public static int Two() => 2;
}
