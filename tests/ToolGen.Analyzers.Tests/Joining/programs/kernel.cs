using System.ComponentModel;
using Microsoft.SemanticKernel;

namespace App;

public static class Home
{
    public static Kernel Build(LampStore store)
    {
        var builder = Kernel.CreateBuilder();
        builder.Plugins.AddFromType<LightsPlugin>("Lights");
        var kernel = builder.Build();
        kernel.Plugins.AddFromObject(new LampPlugin(store));
        kernel.ImportPluginFromType<ClockPlugin>();
        kernel.ImportPluginFromType<KernelPlugins>("own");
        return kernel;
    }
}

public sealed record Light(int Id, string Name, bool IsOn);

public sealed class LightsPlugin
{
    private readonly List<Light> lights = [new(1, "Table Lamp", false), new(2, "Porch light", false)];

    [KernelFunction("get_lights")]
    [Description("Gets a list of lights and their current state")]
    public async Task<List<Light>> GetLightsAsync()
    {
        await Task.Yield();
        return this.lights;
    }

    [KernelFunction("change_state")]
    [Description("Changes the state of the light")]
    public Light? ChangeState(int id, [Description("Whether it shines")] bool isOn)
    {
        var at = this.lights.FindIndex(light => light.Id == id);
        return at < 0 ? null : this.lights[at] = this.lights[at] with { IsOn = isOn };
    }
}

public sealed class LampStore
{
    public int Watts { get; set; } = 40;
}

public sealed class LampPlugin(LampStore store)
{
    [KernelFunction, Description("How bright a lamp is.")]
    public Task<int> WattsAsync() => Task.FromResult(store.Watts);
}

public sealed class ClockPlugin
{
    [KernelFunction, Description("Adds minutes to a time.")]
    public static string Later(TimeOnly time, int minutes) => time.AddMinutes(minutes).ToString("HH:mm");
}

public sealed class KernelPlugins
{
    [KernelFunction, Description("How many plugins there are.")]
    public static int Count(Kernel kernel) => kernel.Plugins.Count;
}
