// Builds a shape for a drawing; its class is created by name and its properties are set by reflection.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class DrawingPlugin
    {
        [KernelFunction("build_shape"), Description("Builds a shape from a JSON object with class and properties.")]
        public string BuildShape(string json)
        {
            using var document = JsonDocument.Parse(json);
            var shape = Materialize(document.RootElement);
            return shape.ToString() ?? "";
        }

        private static object Materialize(JsonElement element)
        {
            var type = Type.GetType(element.GetProperty("class").GetString()!, throwOnError: true)!;
            var instance = Activator.CreateInstance(type)!;
            foreach (var property in element.GetProperty("properties").EnumerateObject())
            {
                if (type.GetProperty(property.Name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase) is not { CanWrite: true } info) continue;
                var value = property.Value.ValueKind == JsonValueKind.Object
                    ? Materialize(property.Value)
                    : Convert.ChangeType(property.Value.ToString(), info.PropertyType, CultureInfo.InvariantCulture);
                info.SetValue(instance, value);
            }

            return instance;
        }
    }
}

namespace Fixed
{
    public abstract record Shape;

    public sealed record Circle(double Radius) : Shape;

    public sealed record Box(double Width, double Height) : Shape;

    public sealed class DrawingPlugin
    {
        private static readonly Dictionary<string, Func<JsonElement, Shape>> Factories = new()
        {
            ["circle"] = p => new Circle(p.GetProperty("radius").GetDouble()),
            ["box"] = p => new Box(p.GetProperty("width").GetDouble(), p.GetProperty("height").GetDouble()),
        };

        [KernelFunction("build_shape"), Description("Builds a shape from a JSON object with class and properties.")]
        public string BuildShape(string json)
        {
            using var document = JsonDocument.Parse(json);
            var name = document.RootElement.GetProperty("class").GetString() ?? "";
            if (!Factories.TryGetValue(name, out var create)) throw new KernelException("A shape is a circle or a box.");
            return create(document.RootElement.GetProperty("properties")).ToString();
        }
    }
}
