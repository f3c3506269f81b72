using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.TestSupport.Variants;

namespace ToolGen.Generator.Tests.Variants;

/// <summary>Random schemas: providers accept their variants, and every call comes back.</summary>
[TestClass]
public sealed class RandomVariantTests
{
    [TestMethod]
    public void Every_call_that_the_schema_accepts_is_said_in_each_variant_and_maps_back_to_itself()
    {
        var (schemas, calls) = (0, 0);
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new RandomSchema(seed);
            if (VariantTool.Of(random.Schema) is not { } tool) continue;
            schemas++;
            for (var i = 0; i < 12; i++)
            {
                if (JsonReader.Read("value.json", Encoding.UTF8.GetBytes(random.Value())).Root is not { } call || SchemaInterpreter.Check(tool.Input, call).Count > 0) continue;
                calls++;
                tool.ComesBack(call);
            }
        }

        Assert.IsGreaterThan(200, schemas);
        Assert.IsGreaterThan(800, calls);
    }
}
