using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ToolGen.Effects;
using ToolGen.Hosting;

namespace ToolGen.Mcp.TestServer;

/// <summary><c>ten</c> or <c>scripted FILE</c>, over standard input and output; with <c>--http</c> on a free port of loopback, whose address is the first line that it prints.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        await using var host = new ToolHost(Grants.None);
        var isHttp = args.Contains("--http");
        switch (args)
        {
            case ["ten", ..]:
                host.Add(Tools.Catalog.Tools);
                await RunAsync(isHttp, server => server.WithToolGen(host.For(new("mcp"))));
                return 0;
            case ["scripted", var file, ..]:
                var script = new Script(file);
                await RunAsync(isHttp, server => server.WithListToolsHandler(script.ListAsync).WithCallToolHandler(script.CallAsync));
                return 0;
            default:
                await Console.Error.WriteLineAsync("ten | scripted FILE, and --http");
                return 2;
        }
    }

    private static async Task RunAsync(bool isHttp, Action<IMcpServerBuilder> tools)
    {
        if (isHttp)
        {
            var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
            builder.Logging.ClearProviders();
            tools(builder.Services.AddMcpServer(options => options.ServerInfo = new() { Name = "test", Version = "1" }).WithHttpTransport());
            await using var app = builder.Build();
            app.MapMcp("/mcp");
            await app.StartAsync();
            Console.WriteLine(app.Urls.Single() + "/mcp");
            await app.WaitForShutdownAsync();
        }
        else
        {
            var builder = Host.CreateEmptyApplicationBuilder(new());
            tools(builder.Services.AddMcpServer(options => options.ServerInfo = new() { Name = "test", Version = "1" }).WithStdioServerTransport());
            await builder.Build().RunAsync();
        }
    }
}
