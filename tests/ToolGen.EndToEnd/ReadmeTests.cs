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
    public async Task The_first_spec_and_the_first_program_of_the_readme_run()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"));
        var consumer = await Consumer.Create("readme");
        consumer.Project("MyAgent", consumer.Reference, "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings>")
            .Write("MyAgent/sales_by_region.tool.json", First(readme, "json"))
            .Write("MyAgent/Program.cs", First(readme, "csharp") + "\nConsole.WriteLine(sales);\n");

        var printed = await consumer.Dotnet("run", "--project", "MyAgent");

        StringAssert.Contains(printed, "/csv: ", StringComparison.Ordinal);
        StringAssert.Contains(printed, "GrandTotal = 2", StringComparison.Ordinal);
    }

    private static string First(string page, string language) =>
        Regex.Match(page, $"```{language}\n(.*?)```", RegexOptions.Singleline) is { Success: true } block ? block.Groups[1].Value : throw new AssertFailedException($"no {language} in the README");
}
