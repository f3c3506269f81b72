using System.Threading.Tasks;
using Microsoft.Testing.Platform.Builder;
using ToolGen.Cli.Tests;
using ToolGen.Cli.Tests.Harness;

// The tests; with one hidden word, the program that runs command lines for them.
if (args is [WarmHost.Word]) return await WarmHost.ServeAsync();
var builder = await TestApplication.CreateBuilderAsync(args);
SelfRegisteredExtensions.AddSelfRegisteredExtensions(builder, args);
using var tests = await builder.BuildAsync();
return await tests.RunAsync();
