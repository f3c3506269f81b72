using System;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.EndToEnd;

/// <summary>The README's own snippets, unchanged, in a project that references the package.</summary>
[TestClass]
public sealed class ReadmeTests
{
    [TestMethod]
    public async Task The_spec_the_program_and_the_method_of_the_readme_run()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"));
        var consumer = await Consumer.Create("readme");
        consumer.Project("MyAgent", consumer.Reference, "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings>")
            .Write("MyAgent/sales_by_region.tool.json", First(readme, "json"))
            .Write("MyAgent/Hotel.cs", First(readme[readme.IndexOf("## Methods that you have", StringComparison.Ordinal)..], "csharp"))
            .Write("MyAgent/Program.cs", First(readme, "csharp") + """"

                Console.WriteLine(sales);
                foreach (var arguments in new[] { """{"night": "2027-03-01", "guests": 4}""", """{"night": "2027-03-01", "guests": 5}""" })
                {
                    var rooms = await Catalog.Tools.Find("find_rooms")!.CallAsync(System.Text.Encoding.UTF8.GetBytes(arguments), new SystemToolContext());
                    Console.WriteLine(rooms.IsError ? $"{rooms.Errors[0].Pointer}: {rooms.Errors[0].Code}" : System.Text.Encoding.UTF8.GetString(rooms.Output.Span));
                }
                """");

        var printed = await consumer.Dotnet("run", "--project", "MyAgent");

        StringAssert.Contains(printed, "/csv: ", StringComparison.Ordinal);
        StringAssert.Contains(printed, "GrandTotal = 2", StringComparison.Ordinal);
        StringAssert.Contains(printed, """{"result":[{"room":"Suite","price":240}]}""", StringComparison.Ordinal);
        StringAssert.Contains(printed, "/guests: invalid_input", StringComparison.Ordinal);
        StringAssert.Contains(await File.ReadAllTextAsync(consumer.PathOf("MyAgent/bin/Debug/net10.0/tools.json")), "\"find_rooms\"", StringComparison.Ordinal);
    }

    private static string First(string page, string language) =>
        Regex.Match(page, $"```{language}\n(.*?)```", RegexOptions.Singleline) is { Success: true } block ? block.Groups[1].Value : throw new AssertFailedException($"no {language} in the README");
}
