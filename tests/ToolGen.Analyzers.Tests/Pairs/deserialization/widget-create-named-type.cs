// Adds a widget to a dashboard; the class of the widget is looked up by the name that the caller gives.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text.Json;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public interface IWidget
    {
        string Render();
    }

    public sealed class DashboardPlugin
    {
        private readonly List<object> widgets = [];

        [KernelFunction("add_widget")]
        [Description("Adds a widget to the dashboard.")]
        public string AddWidget([Description("The widget's class")] string typeName, [Description("Its properties as JSON")] string properties)
        {
            var type = Type.GetType(typeName) ?? throw new KernelException("There is no such widget.");
            var widget = JsonSerializer.Deserialize(properties, type)!;
            this.widgets.Add(widget);
            return widget is IWidget w ? w.Render() : widget.ToString() ?? "";
        }
    }
}

namespace Fixed
{
    public interface IWidget
    {
        string Render();
    }

    public sealed record ChartWidget(string Title, double[] Values) : IWidget
    {
        public string Render() => $"{this.Title}: {string.Join(' ', this.Values)}";
    }

    public sealed record TextWidget(string Text) : IWidget
    {
        public string Render() => this.Text;
    }

    public sealed class DashboardPlugin
    {
        private readonly List<IWidget> widgets = [];

        [KernelFunction("add_widget")]
        [Description("Adds a widget to the dashboard.")]
        public string AddWidget([Description("chart or text")] string typeName, [Description("Its properties as JSON")] string properties)
        {
            var type = typeName switch
            {
                "chart" => typeof(ChartWidget),
                "text" => typeof(TextWidget),
                _ => throw new KernelException("There is no such widget."),
            };
            var widget = (IWidget)JsonSerializer.Deserialize(properties, type)!;
            this.widgets.Add(widget);
            return widget.Render();
        }
    }
}
